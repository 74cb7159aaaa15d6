//! DSO on the command line: every figure with the formula and the numbers it was reached by, then what to look at.
//!
//! ```sh
//! cargo run --example dso --no-default-features -- 162000000 43350000
//! ```

use std::process::ExitCode;

use trade_credit::dso::Dso;
use trade_credit::{Calculator, Value};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [credit_sales, closing_receivables] = arguments.as_slice() else {
        eprintln!("usage: dso CREDIT_SALES CLOSING_RECEIVABLES");
        return ExitCode::from(2);
    };
    // As text, just as it was typed: what is no plain decimal is told by the calculator, at its field.
    let input = Value::Object(vec![
        ("creditSales".to_owned(), Value::Text(credit_sales.clone())),
        ("closingReceivables".to_owned(), Value::Text(closing_receivables.clone())),
    ]);
    let report = match Dso::call(&input, &Value::Null) {
        Ok(report) => report,
        Err(error) => {
            for issue in error.issues {
                eprintln!("{}", issue.message);
            }
            return ExitCode::FAILURE;
        }
    };
    for step in &report.steps {
        let numbers: Vec<String> = step.inputs.iter().map(|(name, value)| format!("{name} {value}")).collect();
        println!("{} = {} = {}  ({})", step.id, step.formula, step.value, numbers.join(", "));
    }
    for finding in &report.findings {
        println!("{:?}: {}", finding.severity, finding.code);
    }
    ExitCode::SUCCESS
}
