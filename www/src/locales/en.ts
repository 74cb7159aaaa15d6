import type * as zh from './zh-CN';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** A figure and its unit stay on one line. */
const amount = (value: string, one: string, many: string): string => `${value}\u00a0${value === '1' ? one : many}`;

/** English: every entry of the Chinese file, no more and no fewer; the type says so. */
export const name: string = 'English';

export const shell: typeof zh.shell = {
  product: 'Trade Credit Calculator',
  description: 'Receivables, working capital and credit risk self-check, computed in your browser only.',
  skip: 'Skip to main content',
  navigation: 'Calculators',
  groups: { latePayment: 'Late payment', provision: 'Provision & cover' },
  tooLong: (names) =>
    `What you typed in ${names.join(', ')} is too long for the address: it is not kept when the page is reloaded or the link shared.`,
  language: 'Language',
  theme: 'Appearance',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  currency: 'Currency',
  commonCurrencies: 'Common',
  otherCurrencies: 'All others',
  privacy: 'Your figures never leave this browser.',
  requests: (count) => `Network requests since the page opened: ${count}`,
  version: 'Version',
  policy: 'Thresholds',
  disclaimer:
    'For internal credit management only; not investment, legal or underwriting advice. Thresholds come from published articles: check contracts, policies and audited figures before you decide anything important.',
};

export const failure: typeof zh.failure = {
  title: 'Nothing can be calculated here',
  wasm: 'Your browser has no WebAssembly, or a security policy blocks it, so the calculator cannot run. Please use a current browser, or ask your administrator to allow WebAssembly on this page.',
  load: 'The calculation engine did not load. Please check the connection and reload the page.',
  crash:
    'Something unexpected went wrong in the calculation; what you typed is still here. Please change the last entry, or reload the page.',
};

export const widget: typeof zh.widget = {
  product: 'Trade Credit Calculator',
  privacy: 'Computed in your browser; your figures are not sent anywhere.',
  title: 'The calculator cannot run on this page',
  blocked: {
    unsupported: 'Your browser has no WebAssembly. Please use a current one.',
    policy:
      "The content security policy of this site does not allow WebAssembly (script-src lacks 'wasm-unsafe-eval').",
    connect:
      'The content security policy of this site does not let the calculator be fetched (connect-src lacks its origin).',
    cors: 'The server of the calculator does not let other sites read its files (no Access-Control-Allow-Origin header).',
    load: 'The calculation engine did not load. Please check the connection and reload the page.',
  },
  unknown: (id) => `There is no calculator named “${id}”.`,
  instead: 'Open the calculator on a page of its own',
  consent: (origin) => `Share my figures and results with ${origin}`,
  consentHelp: 'Nothing is sent unless you tick this; you can take it back at any time.',
};

export const form: typeof zh.form = {
  title: 'Your figures',
  example: 'Load an example',
  clear: 'Clear',
  cleared: 'Cleared.',
  exampleLoaded: 'Example loaded.',
  required: 'required',
  answered: (count, all) => `${count} of ${all} filled in`,
  byDefault: (value) => `${value} if left empty.`,
  sentences: (parts) => parts.join(' '),
  readAs: (value) => `= ${value}`,
  yes: 'Yes',
  no: 'No',
  unanswered: 'Not answered',
  addRow: 'Add a row',
  add: (what) => `Add a row: ${what}`,
  remove: (what, row) => `Remove ${what}, row ${row}`,
  row: (row) => `Row ${row}`,
  period: (row) => (row === 1 ? 'Last period' : `${row} periods ago`),
  datePlaceholder: '2025-11-30',
  monthPlaceholder: '2025-11',
  other: 'Other',
};

export const carry: typeof zh.carry = {
  offer: (count) => `The self-check already holds ${plural(count, 'figure', 'figures')} that can be used here.`,
  take: 'Use the figures from the self-check',
};

export const problems: typeof zh.problems = {
  title: (count) => `${plural(count, 'entry needs', 'entries need')} a correction`,
  stale: 'These are the results before the last change; they update once it is corrected.',
  none: 'Results appear here once that is corrected.',
  codes: {
    required: 'Please fill this in.',
    not_a_number: 'Please enter digits only, for example 1234.50, without commas, spaces or units.',
    not_a_date: 'Please enter a date that exists.',
    not_a_month: 'Please enter year and month, for example 2025-11.',
    not_a_day: 'Please enter year, month and day, for example 2025-11-30.',
    wrong_type: 'This is not the kind of entry expected here.',
    not_whole: 'Please enter a whole number.',
    out_of_range: 'This is outside the range allowed.',
    at_least: (min) => `Must be at least ${min}.`,
    at_most: (max) => `Must be at most ${max}.`,
    above: (min) => `Must be more than ${min}.`,
    below: (max) => `Must be less than ${max}.`,
    between: (min, max) => `Must be between ${min} and ${max}.`,
    too_precise: 'Too many decimal places.',
    too_precise_places: (places) => `At most ${plural(places, 'decimal place', 'decimal places')}.`,
    unknown_field: 'This entry is not known here.',
    unknown_choice: 'Please choose one of the options.',
    one_of: (choices) => `Please choose: ${choices}.`,
    inconsistent: 'This contradicts another figure; please check both.',
    too_many: 'Too many rows.',
    insufficient_data: 'Not enough data for a conclusion.',
  },
  inconsistent: {
    'assess.overdue':
      'The overdue amount can be neither more than the receivables nor less than the part more than 30 days overdue.',
    'assess.overdueMoreThan30':
      'What is more than 30 days overdue cannot exceed the overdue amount or the receivables.',
    'dso.overdue': 'Not yet due and overdue together must equal the closing receivables.',
    'dso.notYetDue': 'What is not yet due cannot exceed the closing receivables.',
    'dso.overdueMoreThan30':
      'What is more than 30 days overdue cannot exceed the overdue amount or the closing receivables.',
    'dso.monthlySales.month': 'Months run backwards from the latest, one by one, none skipped or repeated.',
  },
};

export const results: typeof zh.results = {
  more: 'More results',
  title: 'Results',
  empty: 'Enter your figures and the results build up as you type. To see how it looks, load an example.',
  needed: 'Still needed:',
  leftOut: (group) => `“${group}” is left out for now. Still needed:`,
  figures: 'Figures',
  findings: 'Findings and advice',
  noFindings: 'Nothing found that needs attention.',
  howWeGotIt: 'How we got it',
  formula: 'Formula',
  numbers: 'Numbers',
  rule: 'Source',
  approximate: 'approximate',
  notYet: '—',
  gives: 'What you get',
  go: 'Fill it in',
  gaps: {
    missing_input: 'Data missing.',
    zero_denominator: 'Cannot be computed: the denominator is zero.',
    history_too_short: 'The months given do not reach back far enough to explain the whole balance.',
    too_large: 'Too large to mean anything.',
  },
  operators: { '>': 'above', '>=': 'from', '<': 'below', '<=': 'up to' },
  fires: (operator, boundary) => `Alert ${operator} ${boundary}`,
  apart: {
    above: (distance) => `${distance} over`,
    below: (distance) => `${distance} short`,
    at: 'exactly on it',
    left: (distance) => `${distance} to spare`,
  },
  open: (count) => `${plural(count, 'more figure lacks', 'more figures lack')} data`,
  fill: 'Fill in',
  thenGives: (names) => `to get: ${names.join('; ')}`,
  points: (value) => `${value} percentage points`,
  clears: (what) => `${what} to clear this.`,
  summary: (parts) => `Result: ${parts.join(', ')}.`,
  counts: {
    critical: (count) => `${count} critical`,
    warning: (count) => plural(count, 'warning', 'warnings'),
    none: 'no warnings',
  },
  jump: 'See results',
  table: 'Show as a table',
};

export const severities: typeof zh.severities = {
  critical: 'Critical',
  warning: 'Warning',
  info: 'Note',
  good: 'Good',
};

export const statuses: typeof zh.statuses = { act: 'Act now', watch: 'Watch', good: 'Good', unknown: 'Not checked' };

export const units: typeof zh.units = {
  days: (value) => amount(value, 'day', 'days'),
  dayUnit: 'days',
  months: (value) => amount(value, 'month', 'months'),
  monthUnit: 'months',
  points: (value) => amount(value, 'point', 'points'),
  pointUnit: 'points',
  years: (value) => amount(value, 'year', 'years'),
  yearUnit: 'years',
  times: (value) => `${value} times`,
  quarters: (value) => amount(value, 'quarter', 'quarters'),
  month: (value) => `month ${value}`,
  customers: (value) => amount(value, 'customer', 'customers'),
  customerUnit: 'customers',
  money: (currency) => currency,
};

export const clearBy: typeof zh.clearBy = {
  down: (field, by) => `Lower “${field}” by ${by}`,
  up: (field, by) => `Raise “${field}” by ${by}`,
  special: {
    overdueMoreThan30: (by) => `Collect ${by} of what is more than 30 days overdue`,
    overdue: (by) => `Collect ${by} of what is overdue`,
    receivables: (by) => `Collect ${by} of the receivables`,
    closingReceivables: (by) => `Collect ${by} of the receivables`,
    currentLiabilities: (by) => `Cut current liabilities by ${by}`,
    largestCustomerSales: (by) => `Sell ${by} less to the largest customer`,
    'stress.undrawnLines': (by) => `Arrange ${by} more in undrawn credit lines`,
  },
};

export const assess: typeof zh.assess = {
  short: 'Self-check',
  title: 'Trade credit self-check',
  lead: 'Five figures tell you whether receivables and cash have set off an alarm and what to do first. Each further answer completes the picture.',
  needs: 'At hand: the latest balance sheet, income statement and ageing list; whatever figures you have will do.',
  sections: {
    key: { title: 'Five key figures', help: 'From the latest balance sheet, income statement and ageing list.' },
    collection: { title: 'Collection', help: 'Are customers paying later and later?' },
    liquidity: { title: 'Liquidity', help: 'Can short-term debts be paid on time?' },
    concentration: { title: 'Concentration', help: 'How much hangs on one customer?' },
    protection: { title: 'Protection', help: 'Who bears the loss if a customer fails?' },
    process: { title: 'Process', help: 'Is credit management done on time?' },
  },
  choices: {},
  fields: {
    asOf: { label: 'Date of the figures', help: 'The day these figures were drawn up.' },
    creditSales: { label: 'Credit sales', help: 'Sales on credit in the period, usually the last year.' },
    receivables: { label: 'Receivables', help: 'What customers owe at the end of the period.' },
    overdue: { label: 'Overdue', help: 'The part of receivables past its due date, by however much.' },
    overdueMoreThan30: {
      label: 'More than 30 days overdue',
      help: 'The part unpaid more than 30 days after its contractual due date.',
    },
    priorDso: { label: 'Days sales outstanding (DSO) a year ago', help: 'For the comparison with last year.' },
    dsoHistory: {
      label: 'DSO of earlier periods',
      help: 'Latest first; two or more show whether it keeps lengthening.',
    },
    overdueRateHistory: {
      label: 'Overdue rate of earlier periods (more than 30 days)',
      help: 'Latest first; two periods in a row above the threshold count as persistent.',
    },
    inventory: { label: 'Inventory', help: 'Book value at the end of the period.' },
    payables: { label: 'Payables', help: 'What is owed to suppliers at the end of the period.' },
    costOfSales: { label: 'Cost of sales', help: 'For the same period as the credit sales.' },
    currentAssets: { label: 'Current assets', help: 'Total in the balance sheet.' },
    currentLiabilities: { label: 'Current liabilities', help: 'Total in the balance sheet.' },
    cash: { label: 'Cash', help: 'Cash and bank balances available at once.' },
    largestCustomerSales: {
      label: 'Sales to the largest customer',
      help: 'For the same period as the credit sales.',
    },
    largestReceivable: {
      label: 'Largest receivable from one customer',
      help: 'What the customer who owes most owes today.',
    },
    undrawnLines: { label: 'Undrawn credit lines', help: 'Approved by the bank and available at once.' },
    quarterlyProfit: { label: 'Quarterly profit', help: 'Latest quarter; negative for a loss.' },
    reserve: { label: 'Emergency reserve', help: 'Set aside for bad debts or a cash squeeze.' },
    insured: { label: 'Are the receivables covered by trade credit insurance?', help: '' },
    insuredPercentage: { label: 'Insured percentage', help: 'As agreed in the policy.' },
    netMargin: { label: 'Net margin', help: 'Net profit divided by revenue.' },
    longestTermsDays: {
      label: 'Longest payment terms granted',
      help: 'The longest term agreed with any customer.',
    },
    securedLongTerms: {
      label: 'Are terms beyond 90 days secured?',
      help: 'For example by a bank guarantee or collateral.',
    },
    quarterlyReview: { label: 'Are ratings and limits reviewed every quarter?', help: '' },
    collectionProcess: {
      label: 'Does collection start at 15 days overdue?',
      help: 'As a written procedure that is followed.',
    },
    periodDays: { label: 'Days in the period', help: 'The days the credit sales cover; 365 for a year.' },
  },
  figures: {},
  without: {},
  gives: [
    'An overall verdict and three risk alarms',
    'The status of five areas: collection, liquidity, concentration, protection, process',
    'What to do, in order, and how much it takes',
    'Which question to answer next',
  ],
  groups: {
    liquidity: 'Liquidity',
    collection: 'Collection',
    concentration: 'Concentration',
    protection: 'Protection',
  },
  report: {
    overall: 'Overall',
    start: 'Start with the five key figures.',
    sentence: {
      act: 'Something needs attention now: begin with the first action.',
      watch: 'Nothing critical, but some points deserve watching.',
      good: 'Nothing wrong in what has been checked.',
      unknown: 'Not enough figures yet for a conclusion.',
    },
    triggers: (fired, checked) => `${fired} of ${checked} risk alarms checked went off (three in all).`,
    triggersHelp:
      'Overdue rate above 15% two periods running, DSO up 20% or more on the year, or current ratio below 1.2: any one of them calls for a risk check now.',
    areas: 'Five areas',
    areasChart: 'Status of the five areas',
    area: 'Area',
    status: 'Status',
    found: 'Found',
    actions: 'What to do, in order',
    always: 'What every firm should do regularly',
    priority: { 1: 'Now', 2: 'Soon', 3: 'Regularly' },
    next: 'Most useful next answer',
    nextWhy: (count) => `It opens up ${plural(count, 'more figure', 'more figures')}.`,
    answered: (count) => `${plural(count, 'question', 'questions')} answered`,
  },
};

export const dso: typeof zh.dso = {
  short: 'DSO',
  title: 'Days sales outstanding (DSO)',
  lead: 'How long customers take to pay, how that compares with the past and with others, and what one day is worth.',
  needs:
    'Credit sales and closing receivables are enough to begin; ageing, earlier DSO and monthly sales make it sharper.',
  sections: {
    core: { title: 'The basics', help: '' },
    ageing: { title: 'Ageing', help: 'How much of the receivables is overdue.' },
    comparison: { title: 'Comparison', help: 'Against last year, earlier periods and a benchmark.' },
    cash: { title: 'Value in cash', help: 'What collecting faster would free.' },
    countback: { title: 'Countback', help: 'Takes sales off month by month, so seasons do not distort it.' },
    effectiveness: {
      title: 'Opening balance and collection effectiveness (CEI)',
      help: 'How much of what could be collected was.',
    },
  },
  choices: {
    countbackDays: { calendar: 'Calendar days', thirty: '30 days a month' },
    ceiBasis: { period: 'Sales of the whole period', monthlyAverage: 'Average monthly sales' },
  },
  fields: {
    creditSales: {
      label: 'Credit sales',
      help: 'Sales on credit in the period; with or without tax like the receivables.',
    },
    closingReceivables: { label: 'Closing receivables', help: 'What customers owe at the end of the period.' },
    periodDays: {
      label: 'Days in the period',
      help: 'The days the credit sales cover: 365 for a year, about 90 for a quarter.',
    },
    openingReceivables: {
      label: 'Opening receivables',
      help: 'For the average balance and collection effectiveness.',
    },
    notYetDue: { label: 'Not yet due', help: 'Either this or the overdue amount; the other follows.' },
    overdue: { label: 'Overdue', help: 'The part past its due date, by however much.' },
    overdueMoreThan30: {
      label: 'More than 30 days overdue',
      help: 'The part unpaid more than 30 days after its contractual due date.',
    },
    monthlySales: { label: 'Credit sales by month', help: 'Latest month first, month by month.' },
    'monthlySales.month': { label: 'Month', help: '' },
    'monthlySales.sales': { label: 'Credit sales', help: '' },
    countbackDays: { label: 'Days in a month', help: '' },
    priorDso: { label: 'DSO a year ago', help: 'At the same time last year.' },
    dsoHistory: {
      label: 'DSO of earlier periods',
      help: 'Latest first; two or more show whether it keeps lengthening.',
    },
    overdueRateHistory: {
      label: 'Overdue rate of earlier periods (more than 30 days)',
      help: 'Latest first; two periods in a row above the threshold count as persistent.',
    },
    targetDso: { label: 'Target DSO', help: 'The days you aim for.' },
    benchmarkDso: {
      label: 'Benchmark DSO',
      help: 'An industry or country average to compare with; by default the average of Chinese firms.',
    },
    costOfFunds: { label: 'Cost of funds (a year)', help: 'The bank rate or your internal rate.' },
    ceiBasis: {
      label: 'Basis of collection effectiveness',
      help: 'The two give different results; keep to one when comparing.',
    },
    periodMonths: { label: 'Months in the period', help: 'Used with average monthly sales only.' },
  },
  figures: {
    dso: {
      name: 'Days sales outstanding (DSO)',
      means: 'How many days customers take to pay on average, on the closing balance.',
    },
    averageDso: {
      name: 'DSO on the average balance',
      means: 'On the mean of opening and closing balance, which smooths the period end.',
    },
    turnover: {
      name: 'Receivables turnover',
      means: 'How often receivables are collected and built up again in the period; more is faster.',
    },
    countbackDso: {
      name: 'Countback DSO',
      means: 'How many of the latest days of sales the balance stands for, whatever the season.',
    },
    countbackAtLeast: { name: 'Countback: at least', means: 'The days that the months given explain.' },
    countbackUnexplained: {
      name: 'Countback: unexplained balance',
      means: 'Receivables older than the earliest month given.',
    },
    bestPossibleDso: { name: 'Best possible DSO', means: 'What DSO would be if every customer paid on time.' },
    averageDaysDelinquent: {
      name: 'Average days delinquent',
      means: 'The part of DSO that comes from late payment.',
    },
    collectionEffectiveness: {
      name: 'Collection effectiveness (CEI)',
      means: 'The share collected of what could have been collected; nearer 100% is better.',
    },
    overdueShare: { name: 'Overdue share', means: 'Anything past due, as a share of receivables.' },
    overdueRate: {
      name: 'Overdue rate (more than 30 days)',
      means: 'What is unpaid more than 30 days past terms, as a share of receivables.',
    },
    yearOnYear: {
      name: 'DSO against last year',
      means: 'How much longer or shorter customers take than a year ago.',
    },
    salesPerDay: { name: 'Credit sales a day', means: 'The cash that one day of DSO ties up or frees.' },
    oneDayYearlyCost: { name: 'Yearly cost of one day', means: 'What each day of DSO costs in funding a year.' },
    cashReleased: {
      name: 'Cash freed at target',
      means: 'What comes in when DSO falls to the target; negative when it is already better.',
    },
    yearlySaving: { name: 'Yearly saving', means: 'The cash freed at the cost of funds.' },
    benchmarkGap: {
      name: 'Gap to the benchmark',
      means: 'Days slower (positive) or faster (negative) than the benchmark.',
    },
  },
  without: {},
  gives: [
    'DSO against a benchmark, last year and earlier periods',
    'How far the overdue rate is from its threshold and what to collect to clear it',
    'What one day is worth, and the cash a target would free',
  ],
  groups: {
    speed: 'Speed of collection',
    overdue: 'Overdue and effectiveness',
    trend: 'Trend and benchmark',
    cash: 'Value in cash',
    countback: 'Countback',
  },
  report: {
    chart: 'DSO: history, now and benchmark',
    now: 'Now',
    lastYear: 'A year ago',
    benchmark: 'Benchmark',
    target: 'Target',
    alarm: 'Year-on-year alarm',
    onTime: 'If all paid on time',
    late: 'From late payment',
    period: 'Period',
    days: 'Days',
  },
};

export const workingCapital: typeof zh.workingCapital = {
  short: 'Working capital',
  title: 'Working capital and stress test',
  lead: 'How much cash the business cycle ties up, whether short-term debts are safe, and in which month cash runs short if a customer fails or payments slow.',
  needs:
    'Receivables, inventory, payables and annual sales are enough to begin; the stress test also takes opening cash, monthly cash in and out, and what the main customers owe.',
  sections: {
    core: { title: 'The basics', help: '' },
    cycle: { title: 'Cash conversion cycle', help: 'Days in stock, in collection and until suppliers are paid.' },
    balance: { title: 'Short-term solvency', help: 'Current items of the balance sheet.' },
    growth: { title: 'Growth, reserve and concentration', help: '' },
    stress: {
      title: 'Stress test',
      help: 'In months of 30 days: is there cash enough when the largest customers fail, payments slow and sales fall?',
    },
  },
  choices: {},
  fields: {
    receivables: { label: 'Receivables', help: 'What customers owe at the end of the period.' },
    inventory: { label: 'Inventory', help: 'Book value at the end of the period.' },
    payables: { label: 'Payables', help: 'What is owed to suppliers at the end of the period.' },
    annualSales: { label: 'Sales', help: 'Sales of the period, usually a year.' },
    otherOperatingAssets: {
      label: 'Other operating current assets',
      help: 'Such as prepayments or recoverable tax.',
    },
    otherOperatingLiabilities: {
      label: 'Other operating current liabilities',
      help: 'Such as advances from customers, wages and taxes due.',
    },
    costOfSales: { label: 'Cost of sales', help: 'For the days in stock.' },
    purchases: { label: 'Purchases', help: 'For the days until suppliers are paid; cost of sales if left empty.' },
    periodDays: { label: 'Days in the period', help: 'The days the sales cover; 365 for a year.' },
    currentAssets: { label: 'Current assets', help: 'Total in the balance sheet.' },
    currentLiabilities: { label: 'Current liabilities', help: 'Total in the balance sheet.' },
    cash: { label: 'Cash', help: 'Cash and bank balances available at once.' },
    marketableSecurities: {
      label: 'Marketable securities',
      help: 'Such as money-market funds or government bonds.',
    },
    salesGrowth: { label: 'Expected sales growth', help: 'For the coming year; negative for a fall.' },
    quarterlyProfit: { label: 'Quarterly profit', help: 'Latest quarter; negative for a loss.' },
    largestCustomerSales: { label: 'Sales to the largest customer', help: 'For the same period as the sales.' },
    stress: { label: 'Stress test', help: '' },
    'stress.months': { label: 'Months to test', help: 'How far to look ahead.' },
    'stress.openingCash': { label: 'Opening cash', help: 'Available when the test begins; negative if overdrawn.' },
    'stress.monthlyInflow': { label: 'Cash in, normal month', help: 'What customers usually pay in a month.' },
    'stress.monthlyOutflow': {
      label: 'Cash out, normal month',
      help: 'Purchases, wages, taxes and so on in a month.',
    },
    'stress.minimumCash': { label: 'Minimum cash', help: 'The balance the business must not fall below.' },
    'stress.undrawnLines': { label: 'Undrawn credit lines', help: 'Available at once when cash is short.' },
    'stress.customers': { label: 'Main customers', help: 'The largest receivables fail first.' },
    'stress.customers.name': { label: 'Customer', help: '' },
    'stress.customers.receivable': { label: 'Receivable', help: '' },
    'stress.customers.monthlySales': { label: 'Monthly sales', help: '' },
    'stress.customers.insuredLimit': { label: 'Insured limit', help: '' },
    'stress.customers.insuredPercentage': { label: 'Insured percentage', help: '' },
    'stress.defaults': { label: 'Customers that fail', help: 'The largest ones, all at once.' },
    'stress.costsSaved': {
      label: 'Costs saved',
      help: 'The share of the lost sales that need not be spent any more.',
    },
    'stress.indemnityAfterMonths': {
      label: 'Months until the insurer pays',
      help: 'Usually includes the waiting period.',
    },
    'stress.collectionDelayDays': {
      label: 'All payments delayed',
      help: 'By how many days every customer pays later.',
    },
    'stress.salesShock': { label: 'Fall in sales', help: 'How much sales to the other customers fall.' },
    'stress.payablesShortenDays': { label: 'Suppliers want paying earlier', help: 'By how many days.' },
  },
  figures: {
    wcr: {
      name: 'Working capital requirement (WCR)',
      means: 'Receivables plus inventory less payables: the cash that daily business keeps tied up.',
    },
    wcrDays: { name: 'WCR in days', means: 'The requirement as days of sales.' },
    workingCapital: {
      name: 'Working capital',
      means: 'Current assets less current liabilities: long-term money available for the cycle.',
    },
    netCash: {
      name: 'Net cash position',
      means: 'Working capital less the requirement; when negative, short-term borrowing fills the gap.',
    },
    currentRatio: {
      name: 'Current ratio',
      means: 'Current assets over current liabilities; 1.5 to 2 is usually healthy.',
    },
    quickRatio: {
      name: 'Quick ratio',
      means: 'How much of the current liabilities is covered without selling stock.',
    },
    cashRatio: { name: 'Cash ratio', means: 'How much of the current liabilities cash and securities cover.' },
    dso: { name: 'Days sales outstanding (DSO)', means: 'How many days customers take to pay.' },
    dio: { name: 'Days inventory outstanding (DIO)', means: 'How many days goods stay in stock.' },
    dpo: { name: 'Days payables outstanding (DPO)', means: 'How many days until suppliers are paid.' },
    operatingCycle: { name: 'Operating cycle', means: 'From goods coming in to the customer paying.' },
    cashConversionCycle: {
      name: 'Cash conversion cycle (CCC)',
      means: 'From paying suppliers to being paid: the days to be financed.',
    },
    wcrAfterGrowth: { name: 'WCR after growth', means: 'What the cycle ties up once sales have grown.' },
    growthFunding: {
      name: 'Funding for growth',
      means: 'The extra working capital growth takes; negative when cash is freed.',
    },
    reserveLow: { name: 'Emergency reserve: low end', means: '3% of quarterly profit.' },
    reserveHigh: { name: 'Emergency reserve: high end', means: '5% of quarterly profit.' },
    concentration: { name: 'Largest customer’s share', means: 'Of all sales.' },
    stress: { name: 'Stress test', means: 'How cash runs when main customers fail.' },
    'stress.lostReceivables': { name: 'Receivables lost', means: 'All that the failed customers owe.' },
    'stress.indemnity': {
      name: 'Insurance payment',
      means: 'What the insurer pays for the failed customers; not available before it arrives.',
    },
    'stress.lowestCash': { name: 'Lowest cash', means: 'What is left when cash is at its lowest.' },
    'stress.lowestMonth': { name: 'Month of lowest cash', means: '' },
    'stress.gap': { name: 'Funding gap', means: 'What is missing to minimum cash with every credit line drawn.' },
    'stress.firstShortMonth': {
      name: 'First short month',
      means: 'When cash and lines first fall below the minimum.',
    },
    'stress.largestAffordableDefault': {
      name: 'Largest affordable default',
      means: 'The sudden loss that still leaves minimum cash.',
    },
    'stress.maxDsoRise': {
      name: 'Affordable rise in DSO',
      means: 'How many days later customers may pay before cash runs short.',
    },
    'stress.customersSurvived': {
      name: 'Customer failures survived',
      means: 'How many of the largest may fail together without a gap.',
    },
    'stress.quartersOfReserve': {
      name: 'Gap in quarters of reserve',
      means: 'How many quarters of setting aside 5% of profit the gap stands for.',
    },
  },
  without: { 'stress.firstShortMonth': 'None', 'stress.customersSurvived': 'Short even if none fails' },
  gives: [
    'Working capital requirement, cash conversion cycle and solvency ratios',
    'How far each is from the healthy range',
    'A stress test: in which month cash runs short, and by how much',
  ],
  groups: {
    needs: 'Cash needed',
    liquidity: 'Short-term solvency',
    cycle: 'Cash conversion cycle',
    reserve: 'Reserve and concentration',
    stress: 'Stress test',
  },
  report: {
    headline: 'WCR',
    cashChart: 'Stress test: path of cash',
    cashText: (lowest, month) => `Lowest cash ${lowest}, in ${month}.`,
    short: (month) => `Short from ${month}`,
    never: 'Cash is enough throughout the test',
    minimum: 'Minimum cash',
    floor: 'Floor with all lines drawn',
    month: 'Month',
    inflow: 'In',
    outflow: 'Out',
    indemnity: 'Insurance',
    cash: 'Cash at month end',
    monthTick: (month) => (month === 0 ? 'Start' : `${month}`),
    cycleChart: 'Cash conversion cycle',
    cycleText: (days) => `Days in stock plus days to collect less days to pay: ${days}.`,
    dio: 'Stock',
    dso: 'Collection',
    dpo: 'Suppliers',
    ccc: 'You finance',
    cccNegative: 'Suppliers finance',
    part: 'Part',
    days: 'Days',
    noStress: 'Fill in the stress test to see the path of cash here.',
  },
};

export const areas: typeof zh.areas = {
  collection: 'Collection',
  liquidity: 'Liquidity',
  concentration: 'Concentration',
  protection: 'Protection',
  process: 'Process',
};

export const findings: typeof zh.findings = {
  overdue_rate_high: {
    title: 'Overdue rate too high',
    means: 'Too much is unpaid more than 30 days past terms; two periods in a row call for a risk check at once.',
    todo: 'Go through every account more than 30 days overdue; stop supply at 45 days.',
  },
  dso_rising: {
    title: 'DSO well up on last year',
    means: 'Customers pay markedly later than a year ago and hold your cash longer.',
    todo: 'Find who slows payment, tighten terms and limits, and chase the largest balances first.',
  },
  overdue_share_high: {
    title: 'Overdue share too high',
    means: 'The overdue part of receivables is past its threshold, one of three warning signs.',
    todo: 'Collect in order of age; remind customers 7 days before the due date.',
  },
  dso_lengthening: {
    title: 'DSO keeps lengthening',
    means: 'It has risen several periods in a row: no accident.',
    todo: 'Look at terms given to new customers and at disputed invoices.',
  },
  countback_incomplete: {
    title: 'History too short',
    means: 'Part of the receivables is older than the earliest month given, perhaps long overdue.',
    todo: 'Add earlier months, or check those old balances.',
  },
  dso_above_benchmark: {
    title: 'DSO above the benchmark',
    means: 'Customers pay later than the average you compare with.',
    todo: 'Compare your terms with the sector’s and renegotiate the longest.',
  },
  credit_too_tight: {
    title: 'Credit policy may be too tight',
    means: 'DSO is very short; strict terms may send orders to competitors.',
    todo: 'Consider longer terms for good customers.',
  },
  current_ratio_critical: {
    title: 'Current ratio below 1',
    means: 'Current liabilities exceed current assets; debts may not be paid on time.',
    todo: 'Arrange longer repayment or long-term finance now and stop what can wait.',
  },
  current_ratio_low: {
    title: 'Current ratio below 1.2',
    means: 'Little room to pay debts: this calls for a risk check at once.',
    todo: 'Cut short-term debt or collect faster until the ratio is above 1.2.',
  },
  current_ratio_watch: {
    title: 'Current ratio below the healthy range',
    means: 'Between 1.2 and 1.5: enough, with little to spare.',
    todo: 'Pay down short-term debt or refinance it long-term to reach 1.5.',
  },
  current_ratio_healthy: { title: 'Healthy current ratio', means: 'Between 1.5 and 2.', todo: 'Keep it there.' },
  current_ratio_idle: {
    title: 'Money may lie idle',
    means: 'The current ratio is above 2; current assets may not be put to use.',
    todo: 'Look at idle cash, slow stock and slow receivables.',
  },
  concentration_high: {
    title: 'Too much with one customer',
    means: 'If this customer has trouble, so does the whole firm.',
    todo: 'Win other customers, or insure this one first.',
  },
  funding_gap: {
    title: 'Working capital falls short',
    means: 'Long-term money does not cover the requirement; short-term borrowing fills the gap.',
    todo: 'Replace short-term debt with long-term money, or bring down receivables and stock.',
  },
  negative_cycle: {
    title: 'Negative cash cycle',
    means: 'You are paid before you pay: suppliers finance you.',
    todo: 'Mind that this turns quickly when sales fall.',
  },
  stress_gap: {
    title: 'Cash falls short under stress',
    means: 'With every line drawn, cash still falls below the minimum.',
    todo: 'Arrange more credit lines beforehand, or insure the largest customers.',
  },
  single_default_fatal: {
    title: 'One failure would cut off cash',
    means: 'The largest customer alone failing leaves a gap.',
    todo: 'Insure this customer, or ask for security and lower the limit.',
  },
  stress_survived: {
    title: 'Stress test passed',
    means: 'Cash is enough throughout.',
    todo: 'Test again every quarter with new figures.',
  },
  uninsured_large_exposure: {
    title: 'Largest receivable unprotected',
    means: 'The largest debtor owes more than cash, lines and reserve together, and is not insured.',
    todo: 'Insure this customer, ask for a bank guarantee, or lower the limit.',
  },
  reserve_below_rule: {
    title: 'Emergency reserve too small',
    means: 'It is below 3% of quarterly profit.',
    todo: 'Set aside 3% to 5% of profit every quarter.',
  },
  long_terms_unsecured: {
    title: 'Long terms without security',
    means: 'Terms beyond 90 days are granted without security.',
    todo: 'Ask for a bank guarantee or collateral beyond 90 days.',
  },
  no_quarterly_review: {
    title: 'No quarterly review',
    means: 'Customers change; old ratings and limits may no longer hold.',
    todo: 'Update ratings every quarter and adjust limits.',
  },
  no_collection_process: {
    title: 'No collection procedure',
    means: 'Without one, overdue accounts are left until they are hard to collect.',
    todo: 'Start collection at 15 days overdue and stop supply at 45.',
  },
};

export const advice: typeof zh.advice = {
  quarterly_review: {
    title: 'Update customer ratings every quarter',
    means: '',
    todo: 'Adjust limits as their business changes.',
  },
  yearly_policy_audit: {
    title: 'Audit the credit policy every year',
    means: '',
    todo: 'Check that limits, terms and collection follow it, and what it achieves.',
  },
  insure_top_customers: {
    title: 'Insure the top 20% of customers first',
    means: '',
    todo: 'Rank customers by volume and cover the largest first.',
  },
  refresh_top_reports: {
    title: 'Refresh credit reports on key customers',
    means: '',
    todo: 'At least once a year for the top 20% by volume.',
  },
};

export const rules: typeof zh.rules = {
  house: 'the source articles give no figure for this.',
  S5: 'For terms beyond 90 days, a bank guarantee or collateral may be required.',
  S6: 'Start collection when a receivable is 15 days overdue; suspend supply at 45 days unpaid.',
  S9: 'No single customer above 20% of total revenue.',
  S11: 'An overdue share above 15% is one of three warning signs.',
  S12: 'Overdue rate: the share unpaid more than 30 days past contractual terms.',
  S13: 'Overdue rate persistently above 15%, DSO up 20% or more on the year, or current ratio below 1.2: start a risk check at once.',
  S14: 'DSO that keeps lengthening is one of three warning signs.',
  S16: 'Set aside 3% to 5% of quarterly profit as an emergency reserve.',
  S17: 'Keep a cash-flow stress test that simulates the gap when a main customer goes bankrupt.',
  S18: 'A healthy working-capital (current) ratio is usually between 1.5 and 2.',
  S19: 'A current ratio below 1 is a warning.',
  S20: 'The average DSO of Chinese firms is 94 days.',
  S30: 'Update credit ratings every quarter and adjust limits as business changes.',
  S31: 'Audit every year how the credit policy works.',
  S32: 'Insure first the top 20% of customers by volume.',
  S33: 'Refresh credit reports regularly on the top 20% of customers by volume.',
  S71: 'Turnover that is too fast may mean a credit policy that is too strict.',
  S110: 'The cash ratio is a key measure of the ability to pay short-term debt.',
  S112: 'The working capital requirement is the short-term funding that daily business needs.',
};

export const rule: typeof zh.rule = (id, text) =>
  `${id === 'house' ? 'Own setting' : `Rule ${id}`}${text && `: ${text}`}`;

export const terms: typeof zh.terms = {
  daysOfWholeMonths: 'days of whole months',
  salesOfWholeMonths: 'sales of whole months',
  salesOfLastMonth: 'sales of the last month',
  daysOfLastMonth: 'days of the last month',
  reserveShareLow: 'low reserve share',
  reserveShareHigh: 'high reserve share',
  receivablesOfFailed: 'receivables from the failed',
  insuredReceivablesOfFailed: 'insurance for the failed',
  failedMonthlySales: 'monthly sales to the failed',
  monthsElapsed: 'months elapsed',
  monthsBefore: 'months before',
  overdueRateHigh: 'overdue rate threshold',
  overdueShareHigh: 'overdue share threshold',
  dsoRise: 'DSO rise threshold',
  tooTightDso: 'DSO that is too tight',
  concentrationShare: 'concentration threshold',
};
