import type { Tone } from '../icon/icon';

const tones: Readonly<Record<string, Tone>> = {
  none: 'good',
  reminder: 'info',
  due: 'info',
  formal_demand: 'watch',
  collection: 'watch',
  legal: 'act',
  stop_supply: 'act',
};

/** How grave a stage of dunning is. */
export const stageTone = (stage: string): Tone => tones[stage] ?? 'unknown';
