import type { DefineComponent } from 'vue';
import type { TradeCreditEvents, TradeCreditSettings } from './trade-credit';

type Props = Partial<TradeCreditSettings> & {
  onTradeCreditResult?: (event: TradeCreditEvents['trade-credit-result']) => void;
  onTradeCreditCleared?: (event: TradeCreditEvents['trade-credit-cleared']) => void;
  onTradeCreditError?: (event: TradeCreditEvents['trade-credit-error']) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'trade-credit': DefineComponent<Props>;
  }
}
