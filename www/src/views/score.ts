import { css, html, nothing, type TemplateResult } from 'lit';
import { compare, position } from '../decimal';
import type { Report, ScoreResult } from '../engine';
import type { Heading, Part, Row } from '../elements/bars/bars';
import type { ScalePicture, Zone } from '../elements/chart/scale-chart';
import type { Group } from '../elements/figures/figures';
import type { Section } from '../elements/form/form';
import { GoEvent } from '../elements/go';
import type { Tone } from '../elements/icon/icon';
import { sheet } from '../elements/sheet';
import { outcomeText } from '../labels';
import { figureUnit } from '../units';
import { CalculatorView } from './calculator-view';
import '../elements/bars/bars';
import '../elements/chart/scale-chart';
import '../elements/records/records';

type Factor = ScoreResult['factors'][number];

const gradeTone: Readonly<Record<ScoreResult['grade'], Tone>> = {
  A: 'good',
  B: 'good',
  C: 'watch',
  D: 'act',
  E: 'act',
};
const zoneTone: Readonly<Record<'safe' | 'grey' | 'distress', Tone>> = { safe: 'good', grey: 'watch', distress: 'act' };

/** The factors as they belong together. */
const families = {
  payment: ['averageDaysLate', 'overdueShare', 'dishonouredBills'],
  finance: ['debtRatio', 'currentRatio', 'cashFlowCover', 'interestCover', 'revenueTrend'],
  profile: ['yearsInBusiness', 'monthsTrading', 'marketPosition', 'cyclicality', 'countryRisk'],
  risk: ['litigation', 'warningSignals'],
} as const;

/** Where the answer to a factor is given. */
const asked: Readonly<Record<string, string>> = {
  debtRatio: 'years[0].totalLiabilities',
  currentRatio: 'years[0].currentLiabilities',
  cashFlowCover: 'years[0].operatingCashFlow',
  interestCover: 'years[0].interestExpense',
  revenueTrend: 'years[1].revenue',
  averageDaysLate: 'payment.averageDaysLate',
  overdueShare: 'payment.overdueShare',
  dishonouredBills: 'payment.dishonouredBills',
  yearsInBusiness: 'profile.yearsInBusiness',
  monthsTrading: 'profile.monthsTrading',
  marketPosition: 'profile.marketPosition',
  cyclicality: 'profile.cyclicality',
  countryRisk: 'profile.countryRisk',
  litigation: 'litigation',
  warningSignals: 'signals.payablesStretching',
};

/** Choices are named where they are chosen. */
const chosen: Readonly<Record<string, string>> = {
  marketPosition: 'profile.marketPosition',
  cyclicality: 'profile.cyclicality',
  countryRisk: 'profile.countryRisk',
  litigation: 'litigation',
};

/** The borders of Altman's zones: part of his models, not of the thresholds that anyone may set. */
const zModels = {
  "Z'": { distress: 1.23, safe: 2.9, end: 4.5 },
  "Z''": { distress: 1.1, safe: 2.6, end: 4.2 },
} as const;

export default class TcScoreView extends CalculatorView {
  static override styles = [
    ...CalculatorView.styles,
    css`
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
      }
      .grade {
        display: inline-grid;
        place-items: center;
        min-width: 3.25rem;
        padding: 0.25rem 0.625rem;
        border: 2px solid var(--tone);
        border-radius: 10px;
        background: var(--tone-soft);
        color: var(--tone);
        font-size: 1.75rem;
        font-weight: 700;
        line-height: 1.2;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1.25rem;
      }
      .of {
        color: var(--muted);
        font-size: 1rem;
        font-weight: 400;
        letter-spacing: 0;
      }
    `,
  ];
  static override readonly sections: readonly Section[] = [
    { id: 'core', fields: ['asOf', 'evidence', 'lastReview'] },
    { id: 'payment', fields: ['payment'] },
    { id: 'years', fields: ['years'] },
    { id: 'profile', fields: ['profile'] },
    { id: 'signals', fields: ['signals'] },
    { id: 'legal', fields: ['litigation', 'knockOuts'] },
  ];
  static override readonly groups: readonly Group[] = [
    { id: 'score', figures: ['score', 'grade', 'probabilityOfDefault', 'tier', 'treatment', 'nextReview'] },
    { id: 'certainty', figures: ['coverage', 'confidence', 'scoreLow', 'scoreHigh', 'mostInformative'] },
    {
      id: 'zScore',
      figures: [
        'zScore.value',
        'zScore.zone',
        'zScore.model',
        'zScore.components.workingCapital',
        'zScore.components.retainedEarnings',
        'zScore.components.ebit',
        'zScore.components.equity',
        'zScore.components.sales',
      ],
    },
  ];
  static override readonly shared = {
    inputs: { asOf: 'asOf', monthsTrading: 'profile.monthsTrading' },
    results: { grade: 'grade', probabilityOfDefault: 'probabilityOfDefault' },
  };

  get #report() {
    return this.words.calculators.score.report;
  }

  #result = (report: Report): ScoreResult => report.result as ScoreResult;

  protected override headline(report: Report): { tone: Tone; text: string } {
    const { grade } = this.#result(report);
    return { tone: gradeTone[grade], text: `${this.#report.gradeOf(grade)} · ${this.shown(report, 'score')}` };
  }

  protected override renderVerdict(report: Report): TemplateResult {
    const { grade, scoreLow, scoreHigh } = this.#result(report);
    const { figures } = this.words.calculators.score;
    const { format } = this.context;
    const points = (value: string | null) => (value === null ? '' : format.figure('number', value));
    const certain = scoreLow === scoreHigh;
    const answers = ['tier', 'treatment', 'probabilityOfDefault', 'confidence', 'nextReview'] as const;
    return html`<div class="verdict">
      <p class="label">${figures.score.name}</p>
      <div class="head">
        <p class="value number">${points(this.#result(report).score)} <span class="of">${this.#report.outOf}</span></p>
        <p class="grade ${gradeTone[grade]}"><span class="visually-hidden">${figures.grade.name} </span>${grade}</p>
      </div>
      <p class="number">${certain ? this.#report.certain : this.#report.range(points(scoreLow), points(scoreHigh))}</p>
      <p class="answers number">
        ${answers.map((path) => html`<span>${figures[path].name} <strong>${this.shown(report, path)}</strong></span>`)}
      </p>
      ${this.renderPills(report.findings)}
    </div>`;
  }

  protected override renderDetails(report: Report): TemplateResult {
    const { zScore, trend } = this.#result(report);
    return html`
      ${sheet(
        this.#report.scale,
        html`<tc-scale-chart .context=${this.context} .picture=${this.#scale(report)}></tc-scale-chart>`,
      )}
      ${this.#renderNext(report)} ${this.#renderFactors(report)} ${this.renderFindings(report)}
      ${
        zScore
          ? sheet(
              this.#report.zChart,
              html`<tc-scale-chart .context=${this.context} .picture=${this.#zScale(report, zScore)}></tc-scale-chart>`,
              this.#report.zModel(zScore.model),
            )
          : nothing
      }
      ${trend.length > 1 ? this.#renderTrend(trend) : nothing} ${this.renderFigures(report)} ${this.renderOnward()}
    `;
  }

  #scale(report: Report): ScalePicture {
    const { score, scoreLow, scoreHigh, grade, factors } = this.#result(report);
    const { grades } = this.context.policy.score;
    const { format } = this.context;
    const bounds = [0, ...([grades.D, grades.C, grades.B, grades.A] as const).map(Number), 100];
    const names = ['E', 'D', 'C', 'B', 'A'] as const;
    const zones = names.map((name, place): Zone => ({
      from: bounds[place] ?? 0,
      to: bounds[place + 1] ?? 100,
      label: name,
      tone: gradeTone[name],
    }));
    const points = (value: string | null) => format.figure('number', value ?? '0');
    const { figures } = this.words.calculators.score;
    return {
      title: this.#report.scale,
      description: `${figures.score.name} ${points(score)}, ${this.#report.gradeOf(grade)}. ${
        scoreLow === scoreHigh ? this.#report.certain : this.#report.range(points(scoreLow), points(scoreHigh))
      }. ${this.#report.factorsText(factors.filter((factor) => factor.points !== null).length, factors.length)}`,
      zones,
      value: position(score ?? '0'),
      shown: points(score),
      range: { low: position(scoreLow ?? '0'), high: position(scoreHigh ?? '0') },
      borders: bounds.map((at) => ({ at, text: String(at) })),
      table: {
        head: [figures.grade.name, figures.score.name],
        rows: zones.map(({ label, from, to }) => [label, `${from}–${to}`]).reverse(),
      },
    };
  }

  #zScale(report: Report, z: NonNullable<ScoreResult['zScore']>): ScalePicture {
    const { distress, safe, end } = zModels[z.model];
    const { format } = this.context;
    const zone = (name: 'safe' | 'grey' | 'distress') =>
      outcomeText(this.context, this.calculator, 'zScore.zone', name);
    const start = -0.5;
    const written = (at: number) => format.figure('number', String(at));
    return {
      title: this.#report.zChart,
      description: `${this.shown(report, 'zScore.value')}: ${zone(z.zone)}`,
      zones: [
        { from: start, to: distress, label: zone('distress'), tone: zoneTone.distress },
        { from: distress, to: safe, label: zone('grey'), tone: zoneTone.grey },
        { from: safe, to: end, label: zone('safe'), tone: zoneTone.safe },
      ],
      value: position(z.value ?? '0'),
      shown: this.shown(report, 'zScore.value'),
      borders: [distress, safe].map((at) => ({ at, text: written(at) })),
      table: {
        head: [
          this.words.calculators.score.figures['zScore.zone'].name,
          this.words.calculators.score.figures['zScore.value'].name,
        ],
        rows: [
          [zone('safe'), `> ${written(safe)}`],
          [zone('grey'), `${written(distress)}–${written(safe)}`],
          [zone('distress'), `< ${written(distress)}`],
        ],
      },
    };
  }

  #renderNext(report: Report): TemplateResult | typeof nothing {
    const { mostInformative, factors } = this.#result(report);
    const factor = factors.find(({ id }) => id === mostInformative);
    if (!factor) return nothing;
    return html`<section class="sheet next">
      <div>
        <h2>${this.#report.next}</h2>
        <strong>${this.#name(factor)}</strong>
        <small class="number">${this.#report.nextWhy(this.context.format.figure('number', factor.weight))}</small>
      </div>
      <button type="button" class="primary" @click=${() => this.dispatchEvent(new GoEvent(asked[factor.id] ?? 'asOf'))}>
        ${this.words.results.go}
      </button>
    </section>`;
  }

  #name = ({ id }: Factor): string => {
    const { figures } = this.words.calculators.score;
    return figures[`factors.${id}` as 'factors.debtRatio'].name;
  };

  #value({ id, value }: Factor): string {
    if (value === null) return '';
    const choice = chosen[id];
    if (choice) {
      const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = this.words.calculators.score.choices;
      return choices[choice]?.[String(value)] ?? String(value);
    }
    return this.context.format.figure(figureUnit(`factors.${id}`, undefined), String(value));
  }

  #renderFactors(report: Report): TemplateResult {
    const { factors } = this.#result(report);
    const { figures } = this.words.calculators.score;
    const { format } = this.context;
    const heaviest = Math.max(...factors.map(({ weight }) => position(weight)));
    const number = (value: string) => format.figure('number', value);
    const row = (factor: Factor): Row => {
      const { id, points, weight } = factor;
      const room = position(weight) / heaviest;
      const earned = points === null ? 0 : (room * position(points)) / 100;
      const parts: Part[] =
        points === null
          ? [{ from: 0, to: room, ink: 'accent-hatch' }]
          : [
              { from: 0, to: room, ink: 'track' },
              { from: 0, to: earned, ink: 'solid' },
            ];
      return {
        name: this.#name(factor),
        note: this.#value(factor),
        value:
          points === null
            ? `${this.#report.openText} · ${this.#report.adds(number(weight))}`
            : `${number(this.#points(points, weight))} / ${number(weight)}`,
        comesTo: factor.contribution === null ? '' : number(factor.contribution),
        open: points === null,
        bars: [{ parts }],
        means: figures[`factors.${id}` as 'factors.debtRatio'].means,
        step: report.steps.find((step) => step.id === `factors.${id}`),
      };
    };
    const rows = (Object.keys(families) as (keyof typeof families)[]).flatMap((family): (Row | Heading)[] => [
      { heading: this.#report.family[family] },
      ...families[family].flatMap((id) => factors.filter((factor) => factor.id === id)).map(row),
    ]);
    const answered = factors.filter(({ points }) => points !== null).length;
    return sheet(
      this.#report.factors,
      html`<tc-bars
        .context=${this.context}
        .calculator=${this.calculator}
        .rows=${rows}
        .keys=${[
          { ink: 'solid', text: this.#report.earned },
          { ink: 'track', text: this.#report.lost },
          ...(answered < factors.length ? [{ ink: 'accent-hatch', text: this.#report.open }] : []),
        ]}
      ></tc-bars>`,
      this.#report.factorsText(answered, factors.length),
    );
  }

  /** Points out of a hundred as points out of the weight; for showing, to one place. */
  #points(points: string, weight: string): string {
    return String(Math.round(position(points) * position(weight)) / 100);
  }

  #renderTrend(trend: ScoreResult['trend']): TemplateResult {
    const { figures } = this.words.calculators.score;
    const { format, words } = this.context;
    const columns = ['debtRatio', 'currentRatio', 'cashFlowCover'] as const;
    const better = { debtRatio: -1, currentRatio: 1, cashFlowCover: 1 } as const;
    const tone = (name: (typeof columns)[number], place: number): Tone | null => {
      const [now, before] = [trend[place]?.[name], trend[place + 1]?.[name]];
      if (now == null || before == null) return null;
      const side = compare(now, before) * better[name];
      return side === 0 ? null : side > 0 ? 'good' : 'watch';
    };
    return sheet(
      this.#report.trend,
      html`<tc-records
        .context=${this.context}
        .label=${this.#report.trend}
        .columns=${[
          { label: this.#report.years },
          ...columns.map((name) => ({ label: figures[`factors.${name}`].name, amount: true })),
        ]}
        .rows=${trend.map((year, age) => [
          this.#report.year(age),
          ...columns.map((name) => {
            const value = year[name];
            if (value === null) return words.results.notYet;
            const text = format.figure(figureUnit(`factors.${name}`, undefined), value, { fixed: true });
            const mark = tone(name, age);
            return mark === null ? text : { tone: mark, text };
          }),
        ])}
      ></tc-records>`,
    );
  }
}
