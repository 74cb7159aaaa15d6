import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type {} from 'trade-credit-types/react';
import type { TradeCreditEvents } from 'trade-credit-types/trade-credit';

const values = JSON.stringify({ creditSales: '162000000', closingReceivables: '43350000' });

function App() {
  const [dso, setDso] = useState<string | null>(null);
  const [compact, setCompact] = useState(false);
  const listen = ({ detail }: TradeCreditEvents['trade-credit-result']) => {
    if (detail.calculator === 'dso') setDso(detail.report.result.dso);
  };
  return (
    <>
      <h1>React</h1>
      <button type="button" onClick={() => setCompact(!compact)}>
        Compact
      </button>
      <trade-credit
        calculator="dso"
        lang="en"
        values={values}
        fields="creditSales closingReceivables"
        compact={compact}
        ontrade-credit-result={listen}
      />
      <p>
        DSO: <output>{dso}</output> days
      </p>
    </>
  );
}

const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
