/** Which rules stand in which of the documents, in the order of their titles in the language files. */
const rulesOf: readonly string[] = [
  'S5 S6 S9 S16 S17 S20 S23 S27 S30 S32 S43 S50 S51 S57 S58 S59 S60 S70 S71 S73 S80 S82 S87 S88 S89 S90 S91 S96 S101 S112 S113 S119 S120 S122',
  'S1 S2 S3 S4 S7 S28 S29 S31 S40 S41 S44 S52 S53 S54 S55 S56 S62 S68 S72 S81 S83 S92 S93 S98 S102 S108 S110 S114 S115 S116',
  'S11 S12 S13 S14 S15 S18 S19 S24 S25 S33 S34 S35 S36 S37 S38 S42 S67 S74 S75 S84 S85 S86 S99 S100 S103 S104 S107 S111 S117 S118',
  'S21 S65 S66 S69 S97 S109 S121 S123',
  'S8 S10 S22 S26 S39 S61 S63 S64 S94 S95 S105 S106',
];

const places = new Map(rulesOf.flatMap((ids, place) => ids.split(' ').map((id) => [id, place] as const)));

/** The place of a rule's document, if the rule stands in one. */
export const documentOf = (rule: string): number | undefined => places.get(rule);
