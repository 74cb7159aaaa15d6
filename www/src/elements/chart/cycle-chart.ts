import { css, svg, type SVGTemplateResult } from 'lit';
import { magnitude, position } from '../../decimal';
import { base } from '../base.styles';
import { Chart } from './chart';
import { chartStyles } from './chart.styles';

export interface CyclePicture {
  readonly dio: string;
  readonly dso: string;
  readonly dpo: string;
  readonly cashConversionCycle: string;
}

interface Part {
  readonly kind: 'dio' | 'dso' | 'dpo' | 'ccc';
  readonly label: string;
  readonly value: string;
}

const BAR = 34;

/** Days in stock and collection above, days until suppliers are paid below: what is left over has to be financed. */
export class TcCycleChart extends Chart {
  static override styles = [
    base,
    chartStyles,
    css`
      .dio {
        fill: var(--accent);
      }
      .dso {
        fill: var(--accent-soft);
        stroke: var(--accent);
        stroke-width: 1.5px;
      }
      .dpo {
        fill: var(--line);
        stroke: var(--line-strong);
        stroke-width: 1.5px;
      }
      .ccc {
        stroke: var(--ink);
        stroke-width: 1.5px;
      }
      .hatch {
        stroke: var(--muted);
        stroke-width: 1.5px;
      }
    `,
  ];
  static override properties = { ...Chart.properties, picture: { attribute: false } };

  declare picture: CyclePicture;

  protected override render() {
    const { words, format } = this.context;
    const { report } = words.calculators.workingCapital;
    const { dio, dso, dpo, cashConversionCycle } = this.picture;
    const days = (value: string) => format.figure('days', value);
    const financedBySuppliers = cashConversionCycle.startsWith('-');
    const ccc: Part = {
      kind: 'ccc',
      label: financedBySuppliers ? report.cccNegative : report.ccc,
      value: magnitude(cashConversionCycle),
    };
    const above: Part[] = [
      { kind: 'dio', label: report.dio, value: dio },
      { kind: 'dso', label: report.dso, value: dso },
    ];
    const below: Part[] = [{ kind: 'dpo', label: report.dpo, value: dpo }];
    (financedBySuppliers ? above : below).push(ccc);
    const parts = [...above, ...below];
    return this.frame(
      report.cycleChart,
      report.cycleText(days(cashConversionCycle)),
      BAR * 2 + 12,
      svg`
        <defs><pattern id="open" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="7" height="7" /><line class="hatch" y2="7" /></pattern></defs>
        ${this.#bar(above, 1)}${this.#bar(below, BAR + 10)}`,
      parts.map(({ kind, label, value }) => ({
        mark: svg`<rect class=${kind} fill="url(#open)" x="5" y="1" width="18" height="12" />`,
        text: `${label} ${days(value)}`,
      })),
      { head: [report.part, report.days], rows: parts.map(({ label, value }) => [label, days(value)]), amounts: true },
    );
  }

  #bar(parts: readonly Part[], y: number): SVGTemplateResult {
    const { dio, dso, dpo } = this.picture;
    const whole = Math.max(position(dio) + position(dso), position(dpo)) || 1;
    let from = 0;
    return svg`${parts.map(({ kind, value }) => {
      const x = from;
      from += position(value);
      const scale = (this.width - 2) / whole;
      return svg`<rect class=${kind} fill="url(#open)" x=${1 + x * scale} y=${y} width=${Math.max(0, position(value) * scale)} height=${BAR} />`;
    })}`;
  }
}

customElements.define('tc-cycle-chart', TcCycleChart);

declare global {
  interface HTMLElementTagNameMap {
    'tc-cycle-chart': TcCycleChart;
  }
}
