import type { Page } from '@playwright/test';
import { expect, languages, open, results, section, test, type Language } from './page';

/** The same company in both languages: what a visitor reads beside each field, and what they type into it. */
const company: Record<
  Language,
  { key: [string, string][]; sections: [string, [string, string][]][]; answers: [string, string, string][] }
> = {
  'zh-CN': {
    key: [
      ['赊销收入', '162000000'],
      ['应收账款余额', '43350000'],
      ['逾期超过 30 天的金额', '6720000'],
      ['流动资产合计', '92600000'],
      ['流动负债合计', '64100000'],
    ],
    sections: [
      [
        '收款',
        [
          ['已逾期金额', '9100000'],
          ['上年同期应收账款周转天数 (DSO)', '79.4'],
        ],
      ],
      [
        '流动性',
        [
          ['货币资金', '11800000'],
          ['未动用的银行授信', '5000000'],
        ],
      ],
      ['集中度', [['最大一笔客户应收余额', '9800000']]],
      [
        '保障',
        [
          ['季度利润', '3280000'],
          ['已计提的应急资金', '60000'],
          ['给客户的最长账期', '180'],
        ],
      ],
    ],
    answers: [
      ['保障', '应收账款是否已投保信用保险？', '否'],
      ['保障', '超过 90 天的账期是否有担保？', '否'],
      ['流程', '是否每季度复核客户信用评级和额度？', '是'],
      ['流程', '逾期 15 天是否自动启动催收？', '否'],
    ],
  },
  en: {
    key: [
      ['Credit sales', '162000000'],
      ['Receivables', '43350000'],
      ['More than 30 days overdue', '6720000'],
      ['Current assets', '92600000'],
      ['Current liabilities', '64100000'],
    ],
    sections: [
      [
        'Collection',
        [
          ['Overdue', '9100000'],
          ['Days sales outstanding (DSO) a year ago', '79.4'],
        ],
      ],
      [
        'Liquidity',
        [
          ['Cash', '11800000'],
          ['Undrawn credit lines', '5000000'],
        ],
      ],
      ['Concentration', [['Largest receivable from one customer', '9800000']]],
      [
        'Protection',
        [
          ['Quarterly profit', '3280000'],
          ['Emergency reserve', '60000'],
          ['Longest payment terms granted', '180'],
        ],
      ],
    ],
    answers: [
      ['Protection', 'Are the receivables covered by trade credit insurance?', 'No'],
      ['Protection', 'Are terms beyond 90 days secured?', 'No'],
      ['Process', 'Are ratings and limits reviewed every quarter?', 'Yes'],
      ['Process', 'Does collection start at 15 days overdue?', 'No'],
    ],
  },
};

const histories: Record<Language, { dso: string; rate: string; last: string; before: string; collection: string }> = {
  'zh-CN': {
    dso: '以往各期 DSO',
    rate: '以往各期逾期率（超过账期 30 天）',
    last: '上一期',
    before: '前 2 期',
    collection: '收款',
  },
  en: {
    dso: 'DSO of earlier periods',
    rate: 'Overdue rate of earlier periods (more than 30 days)',
    last: 'Last period',
    before: '2 periods ago',
    collection: 'Collection',
  },
};

const field = (page: Page, label: string) =>
  page
    .locator(`tc-field`)
    .filter({
      has: page.locator('label', { hasText: new RegExp(`^\\s*${label.replace(/[()（）?]/g, '\\$&')}( \\(|$|\\s)`) }),
    })
    .locator('input')
    .first();

for (const language of languages) {
  test(`a visitor fills in the self-check in ${language} and reads what to do`, async ({ page }) => {
    const { key, sections, answers } = company[language];
    await open(page, 'check', language);
    const result = results(page, language);
    await expect(result).toContainText(language === 'en' ? 'Enter your figures' : '填入数字');

    for (const [label, text] of key) await field(page, label).fill(text);
    await expect(result).toContainText(language === 'en' ? '97.67 days' : '97.67 天');
    await expect(result).toContainText(language === 'en' ? 'Watch' : '需要关注');

    for (const [title, fields] of sections) {
      await section(page, title);
      for (const [label, text] of fields) await field(page, label).fill(text);
    }
    const words = histories[language];
    const collection = await section(page, words.collection);
    const dso = collection.getByRole('group', { name: words.dso, exact: true });
    await dso.getByLabel(words.last).fill('92.1');
    await dso.getByRole('button', { name: /^(添加一行|Add a row)/ }).click();
    await dso.getByLabel(words.before).fill('88.6');
    // A percentage is typed as one.
    await collection.getByRole('group', { name: words.rate, exact: true }).getByLabel(words.last).fill('15.2');
    for (const [title, question, answer] of answers) {
      await section(page, title);
      await page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
    }

    if (language === 'en') {
      await expect(result).toContainText('Act now');
      await expect(result).toContainText('2 of 3 risk alarms checked went off');
      await expect(result).toContainText('Collect ¥255,882.36 of what is more than 30 days overdue to clear this.');
      await expect(result).toContainText('Collect ¥1,061,342.47 of the receivables to clear this.');
      await expect(result).toContainText(
        'Cut current liabilities by ¥2,366,666.67 with current assets unchanged to clear this.',
      );
      await expect(result).toContainText('Inventory');
    } else {
      await expect(result).toContainText('需要行动');
      await expect(result).toContainText('三项风险警报已核对 3 项，触发 2 项');
      await expect(result).toContainText('收回逾期超过 30 天的款项 ¥255,882.36，即可解除。');
      await expect(result).toContainText('收回应收账款 ¥1,061,342.47，即可解除。');
      await expect(result).toContainText('流动负债减少 ¥2,366,666.67（流动资产不变），即可解除。');
      await expect(result).toContainText('存货');
    }
    await expect(result.locator('.actions').first().locator('> li')).toHaveCount(8);

    // The most useful next question is one press away.
    await result.getByRole('button', { name: language === 'en' ? 'Fill it in' : '去填写' }).click();
    await expect(field(page, language === 'en' ? 'Inventory' : '存货')).toBeFocused();
  });
}

test('the result is announced once typing rests', async ({ page }) => {
  await open(page, 'dso', 'en');
  await field(page, 'Credit sales').fill('162000000');
  await field(page, 'Closing receivables').fill('43350000');
  await expect(page.getByRole('status').filter({ hasText: 'Result: DSO 97.67 days, no warnings.' })).toBeAttached();
});

test('each figure says how it was reached', async ({ page }) => {
  await open(page, 'dso', 'zh-CN');
  await field(page, '赊销收入').fill('162000000');
  await field(page, '期末应收账款余额').fill('43350000');
  const figure = page.locator('tc-figure', { hasText: '应收账款周转天数 (DSO)' });
  await figure.locator('summary').click();
  await expect(figure).toContainText('期末应收账款余额 × 统计期天数 ÷ 赊销收入');
  await expect(figure).toContainText('43,350,000 × 365 ÷ 162,000,000 = 97.67 天');
});

test('a figure that is fine shows its distance to the threshold', async ({ page }) => {
  await open(page, 'check', 'zh-CN');
  await field(page, '应收账款余额').fill('9860000');
  await field(page, '逾期超过 30 天的金额').fill('690000');
  await expect(page.locator('tc-figure', { hasText: '逾期率' })).toContainText('警戒线：高于 15% · 余地 8 个百分点');
});

test('whoever came with another question is led to its answer', async ({ page }) => {
  await open(page, 'check', 'en');
  const questions = page.locator('.questions');
  await expect(questions.getByRole('link')).toHaveCount(11);
  await questions.getByRole('link', { name: /How much would the insurer pay/ }).click();
  await expect(page.locator('tc-indemnity-view h1')).toBeFocused();
});
