//! The report of a receivables file, natively.
//!
//! `cargo run --release --features encoding --example ledger-bench -- FILE AS-OF [--time RUNS]`
//!
//! Prints the report as JSON. With `--time`, the bytes are read first, and for each run over them a line is printed instead:
//! the milliseconds that passed until the report, those of the processor, and those for the report of another day, the rows
//! being asked for the second time.

use std::time::{Duration, Instant};

use trade_credit::IsoDate;
use trade_credit::ledger::{Change, Ledger, LedgerOptions, read_file};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, as_of, rest @ ..] = arguments.as_slice() else {
        return Err("usage: ledger FILE AS-OF [--time RUNS]".into());
    };
    let as_of = IsoDate::parse(as_of).ok_or("AS-OF is a date such as 2025-06-30")?;
    let options = || {
        let mut options = LedgerOptions::new(as_of);
        options.locale = if file.contains("semicolon") { "de" } else { "zh-CN" }.to_owned();
        options
    };
    if let [flag, runs] = rest
        && flag == "--time"
    {
        let bytes = std::fs::read(file)?;
        for _ in 0..runs.parse()? {
            let (started, busy) = (Instant::now(), busy());
            let mut ledger = Ledger::new(options())?;
            ledger.push(&bytes)?;
            ledger.finish()?;
            let (passed, busy) = (started.elapsed(), self::busy() - busy);
            let mut ask =
                |days: i64| ledger.recompute(&Change { as_of: Some(as_of.plus_days(days)), ..Change::default() });
            ask(-7)?;
            let asked = Instant::now();
            ask(-14)?;
            let milliseconds = |time: Duration| time.as_micros() as f64 / 1000.0;
            println!("{:.2} {:.2} {:.2}", milliseconds(passed), busy, milliseconds(asked.elapsed()));
        }
        return Ok(());
    }
    let mut ledger = read_file(std::fs::File::open(file)?, options())?;
    println!("{}", serde_json::to_string(&ledger.finish()?)?);
    Ok(())
}

/// The milliseconds for which the processor has worked for this program, where the system tells; else none.
fn busy() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.unwrap_or(0.0) / 1e6
}
