//! The report of a receivables file, natively.
//!
//! `cargo run --release --features encoding --example ledger-bench -- FILE AS-OF [--time RUNS]`
//!
//! Prints the report as JSON. With `--time`, the bytes are read first, and what each run over them takes is printed instead,
//! in milliseconds, one a line.

use std::time::Instant;

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
            let started = Instant::now();
            let mut ledger = Ledger::new(options())?;
            ledger.push(&bytes)?;
            let pushed = started.elapsed();
            ledger.finish()?;
            let finished = started.elapsed();
            ledger.recompute(&Change { as_of: Some(as_of.plus_days(-7)), ..Change::default() })?;
            let milliseconds = |time: std::time::Duration| time.as_micros() as f64 / 1000.0;
            println!(
                "{:.2} {:.2} {:.2}",
                milliseconds(finished),
                milliseconds(pushed),
                milliseconds(started.elapsed() - finished)
            );
        }
        return Ok(());
    }
    let mut ledger = read_file(std::fs::File::open(file)?, options())?;
    println!("{}", serde_json::to_string(&ledger.finish()?)?);
    Ok(())
}
