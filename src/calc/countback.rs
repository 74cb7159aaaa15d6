//! DSO by countback: the days of the newest months whose sales make up the receivables.

use crate::calendar::IsoMonth;
use crate::error::{Issues, Path, Problem};
use crate::exact::Exact;
use crate::expression::{Lack, Quantity};
use crate::quantity::Money;
use crate::record;
use crate::schema::Example::Text;
use crate::schema::Range;

record! {
    /// The sales of one month.
    pub struct MonthSales in "monthlySales." {
        required {
            /// The month, `YYYY-MM`.
            month: IsoMonth = "month".example(Text("2025-11")),
            /// Credit sales less credit notes; may be negative.
            sales: Money = "sales".range(Range::SIGNED).example(Text("14100000")),
        }
        optional {}
    }
}

/// DSO by countback.
pub(crate) struct Countback {
    /// The days counted, where the months explain everything.
    pub dso: Quantity,
    /// The days counted, in any case.
    pub at_least: Quantity,
    /// The receivables left.
    pub unexplained: Quantity,
}

impl Countback {
    /// Without months there is no countback: it needs the receivables and them.
    pub(crate) fn without_months(closing: &Quantity, months: &Quantity) -> Self {
        let lacking = closing - months;
        Self { dso: lacking.clone(), at_least: lacking.clone(), unexplained: lacking }
    }

    /// Counts back, newest month first: months whose sales the receivables cover count whole, the next one in part.
    /// A month without sales, or with more credit notes than sales, counts its days and explains nothing.
    pub(crate) fn of(closing: &Quantity, months: &[MonthSales], thirty: bool) -> Self {
        let (Some(_), Some(receivables)) = (months.first(), closing.known()) else {
            return Self::without_months(closing, &Quantity::missing("monthlySales"));
        };
        let (mut rest, mut days, mut whole_sales) = (receivables.clone(), 0_u32, Exact::ZERO);
        for month in months {
            if rest.is_zero() {
                break;
            }
            let month_days = if thirty { 30 } else { month.month.days() };
            let sales = Exact::from(month.sales.0);
            if !sales.is_negative() && !sales.is_zero() {
                if rest < sales {
                    let partial = (closing - Quantity::fact("salesOfWholeMonths", whole_sales))
                        / Quantity::fact("salesOfLastMonth", sales.clone())
                        * Quantity::fact("daysOfLastMonth", month_days);
                    return Self::explained(Quantity::fact("daysOfWholeMonths", days) + partial);
                }
                rest = rest - &sales;
                whole_sales = whole_sales + &sales;
            }
            days = days.saturating_add(month_days);
        }
        let days = Quantity::fact("daysOfWholeMonths", days);
        if rest.is_zero() {
            return Self::explained(days);
        }
        Self {
            dso: Quantity::lacking(Lack::HistoryTooShort),
            at_least: days,
            unexplained: closing - Quantity::fact("salesOfWholeMonths", whole_sales),
        }
    }

    fn explained(days: Quantity) -> Self {
        Self { dso: days.clone(), at_least: days, unexplained: Quantity::number(0) }
    }
}

/// Notes a month that does not come right before the one listed before it.
pub(crate) fn month_gaps(months: &[MonthSales], issues: &mut Issues) {
    let list = Path::Key(&Path::Root(""), "monthlySales");
    for (index, (newer, older)) in months.iter().zip(months.iter().skip(1)).enumerate() {
        let row = Path::Row(&list, index.saturating_add(1));
        // A month that could not be read, or lies out of range, has its issue already.
        let readable = newer.month.in_range() && older.month.in_range();
        if readable && newer.month.previous() != Some(older.month) {
            issues.add(&Path::Key(&row, "month"), Problem::Inconsistent);
        }
    }
}
