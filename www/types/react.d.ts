import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { TradeCreditElement, TradeCreditEvents, TradeCreditSettings } from './trade-credit';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'trade-credit': Omit<DetailedHTMLProps<HTMLAttributes<TradeCreditElement>, TradeCreditElement>, 'lang'> &
        Partial<TradeCreditSettings> & {
          'ontrade-credit-result'?: (event: TradeCreditEvents['trade-credit-result']) => void;
          'ontrade-credit-cleared'?: (event: TradeCreditEvents['trade-credit-cleared']) => void;
          'ontrade-credit-error'?: (event: TradeCreditEvents['trade-credit-error']) => void;
        };
    }
  }
}
