import type { Bucket } from '../../ledger/engine';
import type { Tone } from '../icon/icon';

/** How grave an age is. */
export const bucketTone: Readonly<Record<Bucket, Tone>> = {
  not_due: 'good',
  d1_30: 'info',
  d31_60: 'watch',
  d61_90: 'watch',
  over_90: 'act',
};
