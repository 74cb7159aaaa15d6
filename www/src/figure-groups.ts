import type { CalculatorId } from './engine';

/** Figures shown together under one heading; its words are in the language files. */
export interface Group {
  readonly id: string;
  readonly figures: readonly string[];
}

const below = (calculator: CalculatorId, figures: readonly string[]): string[] =>
  figures.map((figure) => `${calculator}.${figure}`);

const dso: readonly Group[] = [
  { id: 'speed', figures: ['dso', 'averageDso', 'turnover', 'bestPossibleDso', 'averageDaysDelinquent'] },
  { id: 'overdue', figures: ['overdueRate', 'overdueShare', 'collectionEffectiveness'] },
  { id: 'trend', figures: ['yearOnYear', 'benchmarkGap'] },
  { id: 'cash', figures: ['salesPerDay', 'oneDayYearlyCost', 'cashReleased', 'yearlySaving'] },
  { id: 'countback', figures: ['countbackDso', 'countbackAtLeast', 'countbackUnexplained'] },
];

const workingCapital: readonly Group[] = [
  { id: 'needs', figures: ['wcr', 'wcrDays', 'wcrAfterGrowth', 'growthFunding'] },
  { id: 'liquidity', figures: ['workingCapital', 'netCash', 'currentRatio', 'quickRatio', 'cashRatio'] },
  { id: 'cycle', figures: ['dso', 'dio', 'dpo', 'operatingCycle', 'cashConversionCycle'] },
  { id: 'reserve', figures: ['reserveLow', 'reserveHigh', 'concentration'] },
  {
    id: 'stress',
    figures: [
      'stress.lostReceivables',
      'stress.indemnity',
      'stress.lowestCash',
      'stress.lowestMonth',
      'stress.gap',
      'stress.firstShortMonth',
      'stress.largestAffordableDefault',
      'stress.maxDsoRise',
      'stress.customersSurvived',
      'stress.quartersOfReserve',
    ],
  },
];

/** The self-check shows those figures of the other two that its own questions lead to, each once. */
const assess: readonly Group[] = [
  {
    id: 'collection',
    figures: below('dso', [
      'dso',
      'overdueRate',
      'overdueShare',
      'yearOnYear',
      'benchmarkGap',
      'bestPossibleDso',
      'averageDaysDelinquent',
      'turnover',
      'salesPerDay',
    ]),
  },
  {
    id: 'liquidity',
    figures: below('workingCapital', [
      'currentRatio',
      'quickRatio',
      'cashRatio',
      'workingCapital',
      'wcr',
      'wcrDays',
      'netCash',
      'dio',
      'dpo',
      'operatingCycle',
      'cashConversionCycle',
    ]),
  },
  { id: 'concentration', figures: below('workingCapital', ['concentration']) },
  { id: 'protection', figures: below('workingCapital', ['reserveLow', 'reserveHigh']) },
];

export const figureGroups: Readonly<Record<CalculatorId, readonly Group[]>> = { assess, dso, workingCapital };
