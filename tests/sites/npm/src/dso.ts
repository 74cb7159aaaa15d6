import init, { dso, type DsoInput } from 'trade-credit';
import wasm from 'trade-credit/trade_credit_bg.wasm?url';

const input: DsoInput = { creditSales: '162000000', closingReceivables: '43350000' };

export async function days(): Promise<string> {
  await init({ module_or_path: new URL(wasm, import.meta.url) });
  const { result } = dso(input, { currency: 'CNY' });
  return result.dso ?? 'unknown';
}
