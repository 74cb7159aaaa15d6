//! A receivables ledger on the command line: CSV in UTF-8, UTF-16 or GB18030, of any size.
//!
//! ```sh
//! cargo run --release --example ledger --no-default-features --features encoding -- receivables.csv 2025-11-30
//! ```

use std::error::Error;
use std::fs::File;
use std::process::ExitCode;

use trade_credit::IsoDate;
use trade_credit::ledger::{CurrencyReport, LedgerOptions, read_file};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, as_of] = arguments.as_slice() else {
        eprintln!("usage: ledger FILE AS_OF, such as: ledger receivables.csv 2025-11-30");
        return ExitCode::from(2);
    };
    match print(file, as_of) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(file: &str, as_of: &str) -> Result<(), Box<dyn Error>> {
    let as_of = IsoDate::parse(as_of).ok_or("AS_OF is not a date")?;
    let mut ledger = read_file(File::open(file)?, LedgerOptions::new(as_of))?;
    let report = ledger.finish()?;
    println!("{} rows: {} accepted, {} rejected", report.rows, report.accepted, report.rejected);
    for reject in ledger.rejects().iter().take(10) {
        println!("  line {}: {} {}", reject.line, reject.code, reject.text);
    }
    for currency in &report.currencies {
        print_currency(currency);
    }
    Ok(())
}

fn print_currency(report: &CurrencyReport) {
    println!("\n{}: {} buyers, {} invoices", report.currency, report.buyers, report.invoices);
    println!("  open {}, of it overdue {}", report.open, report.overdue);
    for bucket in &report.ageing {
        println!("  {:<9} {:>20} {:>9}", bucket.bucket, bucket.amount.as_str(), bucket.count);
    }
    if let Some(dso) = &report.dso {
        println!("  DSO {dso} days");
    }
    for finding in &report.findings {
        println!("  {:?}: {}", finding.severity, finding.code);
    }
}
