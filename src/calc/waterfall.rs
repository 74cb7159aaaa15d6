//! From the debt to the indemnity: what each clause of a credit insurance takes away.

use crate::calendar::IsoDate;
use crate::exact::Exact;
use crate::expression::Quantity;
use crate::options::Options;
use crate::order;
use crate::policy::Policy;
use crate::policy::sections::{PerilCover, Perils};
use crate::quantity::{Days, Money, Ratio, Unit};
use crate::report::Recorder;
use crate::schema::Example::{Answer, Text};
use crate::schema::Range;
use crate::{choice, record};

choice! {
    /// Why the buyer does not pay.
    pub enum Cause {
        /// The buyer is insolvent.
        Insolvency = "insolvency",
        /// The buyer does not pay for long.
        ProtractedDefault = "protractedDefault",
        /// A state keeps the buyer from paying.
        PoliticalRisk = "politicalRisk",
        /// Seller and buyer dispute the debt.
        Dispute = "dispute",
        /// The buyer complains of the quality.
        QualityDispute = "qualityDispute",
        /// The exchange rate moved.
        FxLoss = "fxLoss",
        /// The buyer rejects the goods.
        Rejection = "rejection",
        /// The goods were lost on the way.
        Transport = "transport",
        /// War or nuclear risk.
        WarOrNuclear = "warOrNuclear",
    }
}

choice! {
    /// From which date of the oldest debt on deliveries have to stop.
    pub enum ExtensionFrom {
        /// Its due date.
        DueDate = "dueDate",
        /// Its invoice date.
        InvoiceDate = "invoiceDate",
    }
}

choice! {
    /// Whether the excess is taken from the loss or from the insured share of it.
    pub enum ExcessOrder {
        /// From the insured share.
        AfterPercentage = "afterPercentage",
        /// From the loss.
        BeforePercentage = "beforePercentage",
    }
}

choice! {
    /// What uses up the aggregate first loss.
    pub enum AggregateErosion {
        /// What would be paid.
        Payable = "payable",
        /// The loss, before the insured share is taken of it.
        Loss = "loss",
    }
}

record! {
    /// An invoice of the claim.
    pub struct ClaimInvoice in "invoices." {
        required {
            /// Which one it is.
            id: String = "id".example(Text("INV-0412")),
            /// When it was written.
            invoice_date: IsoDate = "invoiceDate".example(Text("2025-04-12")),
            /// When it is due.
            due_date: IsoDate = "dueDate".example(Text("2025-07-11")),
            /// How much it is, with tax and interest.
            amount: Money = "amount".range(Range::SOME_MONEY).example(Text("2260000")),
        }
        optional {
            /// When the goods were delivered; the invoice date when left out.
            delivered_on: IsoDate = "deliveredOn".example(Text("2025-04-15")),
            /// The value added tax in it.
            vat: Money = "vat".default("0").example(Text("260000")),
            /// The interest in it.
            interest: Money = "interest".default("0").example(Text("0")),
            /// What was paid of it.
            paid: Money = "paid".default("0").example(Text("0")),
            /// What the buyer disputes of it.
            disputed: Money = "disputed".default("0").example(Text("0")),
        }
    }
}

record! {
    /// What the contract says of causes; the policy says it of those left out.
    pub struct PerilTerms in "cover.perils." {
        required {}
        optional {
            /// The buyer is insolvent.
            insolvency: PerilCover = "insolvency".policy("covered").example(Text("covered")),
            /// The buyer does not pay for long.
            protracted_default: PerilCover = "protractedDefault".policy("covered").example(Text("covered")),
            /// A state keeps the buyer from paying.
            political_risk: PerilCover = "politicalRisk".policy("covered").example(Text("covered")),
            /// Seller and buyer dispute the debt.
            dispute: PerilCover = "dispute".policy("excluded").example(Text("excluded")),
            /// The buyer complains of the quality.
            quality_dispute: PerilCover = "qualityDispute".policy("excluded").example(Text("excluded")),
            /// The exchange rate moved.
            fx_loss: PerilCover = "fxLoss".policy("excluded").example(Text("excluded")),
            /// The buyer rejects the goods.
            rejection: PerilCover = "rejection".policy("excluded").example(Text("excluded")),
            /// The goods were lost on the way.
            transport: PerilCover = "transport".policy("excluded").example(Text("excluded")),
            /// War or nuclear risk.
            war_or_nuclear: PerilCover = "warOrNuclear".policy("excluded").example(Text("excluded")),
        }
    }
}

record! {
    /// The terms of the insurance.
    pub struct Cover in "cover." {
        required {}
        optional {
            /// The insured share of a loss.
            insured_percentage: Ratio = "insuredPercentage".range(Range::SHARE.above_min()).policy("0.9").example(Text("0.9")),
            /// The most that is insured of this buyer.
            buyer_limit: Money = "buyerLimit".example(Text("4000000")),
            /// The most without a limit of the buyer's own.
            discretionary_limit: Money = "discretionaryLimit".example(Text("500000")),
            /// When the limit was withdrawn; deliveries after it are not insured.
            limit_cancelled_on: IsoDate = "limitCancelledOn".example(Text("2025-10-20")),
            /// The first invoice date that is insured.
            period_start: IsoDate = "periodStart".example(Text("2025-01-01")),
            /// The last invoice date that is insured.
            period_end: IsoDate = "periodEnd".example(Text("2025-12-31")),
            /// The longest terms that are insured.
            max_terms_days: Days = "maxTermsDays".example(Text("180")),
            /// How many days after the oldest debt was due deliveries have to stop.
            maximum_extension_days: Days = "maximumExtensionDays".whole().example(Text("60")),
            /// Whether those days count from the due date or from the invoice date.
            extension_from: ExtensionFrom = "extensionFrom".default("dueDate").example(Text("dueDate")),
            /// Whether value added tax is insured.
            vat_insured: bool = "vatInsured".default("false").example(Answer(false)),
            /// Losses up to this are not insured at all.
            claim_threshold: Money = "claimThreshold".default("0").example(Text("5000")),
            /// The least own share.
            minimum_retention: Money = "minimumRetention".default("0").example(Text("10000")),
            /// What is taken off each loss.
            excess: Money = "excess".default("0").example(Text("20000")),
            /// Whether it is taken off before or after the insured share is taken.
            excess_order: ExcessOrder = "excessOrder".default("afterPercentage").example(Text("afterPercentage")),
            /// What is left of the first losses of the year that are not insured.
            aggregate_first_loss: Money = "aggregateFirstLoss".default("0").example(Text("50000")),
            /// What uses them up.
            aggregate_eroded_by: AggregateErosion = "aggregateErodedBy".default("payable").example(Text("payable")),
            /// What is left of the most that is paid in the year.
            maximum_liability: Money = "maximumLiability".example(Text("20000000")),
            /// Days from the due date until a protracted default is one.
            waiting_period_days: Days = "waitingPeriodDays".whole().policy("180").example(Text("180")),
            /// Which causes are covered.
            perils: PerilTerms = "perils",
        }
    }
}

impl Cover {
    /// What the contract, else the policy, says of a cause.
    pub(crate) fn of_cause(&self, cause: Cause, policy: &Perils) -> PerilCover {
        let by = |of: fn(&PerilTerms) -> Option<PerilCover>, usual: PerilCover| {
            self.perils.as_ref().and_then(of).unwrap_or(usual)
        };
        match cause {
            Cause::Insolvency => by(|terms| terms.insolvency, policy.insolvency),
            Cause::ProtractedDefault => by(|terms| terms.protracted_default, policy.protracted_default),
            Cause::PoliticalRisk => by(|terms| terms.political_risk, policy.political_risk),
            Cause::Dispute => by(|terms| terms.dispute, policy.dispute),
            Cause::QualityDispute => by(|terms| terms.quality_dispute, policy.quality_dispute),
            Cause::FxLoss => by(|terms| terms.fx_loss, policy.fx_loss),
            Cause::Rejection => by(|terms| terms.rejection, policy.rejection),
            Cause::Transport => by(|terms| terms.transport, policy.transport),
            Cause::WarOrNuclear => by(|terms| terms.war_or_nuclear, policy.war_or_nuclear),
        }
    }

    /// The oldest date from which on deliveries would have to stop after the extension.
    fn stop_date(&self, invoices: &[ClaimInvoice]) -> Option<IsoDate> {
        let days = self.maximum_extension_days?.whole()?;
        let from_due = self.extension_from() != Some(ExtensionFrom::InvoiceDate);
        let date = |invoice: &ClaimInvoice| {
            if from_due { invoice.due_date } else { invoice.invoice_date }
        };
        let oldest = invoices.iter().filter(|invoice| invoice.is_unpaid());
        Some(oldest.map(date).min()?.plus_days(days))
    }
}

impl ClaimInvoice {
    /// Whether something of it is still to be paid.
    pub(crate) fn is_unpaid(&self) -> bool {
        self.amount > self.paid.unwrap_or_default()
    }
}

/// The ids of the lines that look at each invoice, in order; the first takes nothing away.
pub(crate) const INVOICE_LINES: [&str; 10] = [
    "grossDebt",
    "receipts",
    "excludedPeril",
    "disputed",
    "interest",
    "vat",
    "outsidePeriod",
    "termsTooLong",
    "afterLimitCancelled",
    "afterStopShipment",
];

/// What a step calls what is left of all invoices after each of these lines.
const LEFT: [&str; 10] = [
    "sumOfDebts",
    "leftAfterReceipts",
    "leftAfterPeril",
    "leftAfterDisputed",
    "leftAfterInterest",
    "leftAfterVat",
    "leftAfterPeriod",
    "leftAfterTerms",
    "leftAfterLimitCancelled",
    "leftAfterStopShipment",
];

/// The line of the value added tax, from which on amounts need not end after some places.
const VAT: usize = 5;

/// What is left of one invoice.
pub(crate) struct Row {
    /// What is left after all lines that look at invoices.
    pub eligible: Exact,
    /// The ids of the lines that took something.
    pub reasons: Vec<&'static str>,
    /// What was left when the tax was taken.
    taxed: Exact,
}

/// What is left of the invoices, line by line.
pub(crate) struct Debts {
    /// What is left of all of them after each line.
    left: Vec<Exact>,
    /// Each of them at the end, in the order of the input.
    pub rows: Vec<Row>,
    /// What the last line took, exactly.
    pub delivered_too_late: Exact,
}

/// The conditions under which the invoices are looked at.
pub(crate) struct Conditions<'a> {
    pub invoices: &'a [ClaimInvoice],
    pub receipts: Exact,
    pub cover: &'a Cover,
    pub is_covered: bool,
}

impl Conditions<'_> {
    /// Goes through the lines that look at each invoice. With `settled` nothing is disputed.
    pub fn debts(&self, settled: bool) -> Debts {
        let stop_date = self.cover.stop_date(self.invoices);
        let received = self.received();
        let mut sums = vec![Exact::ZERO; VAT];
        // What the tax leaves, by the line that takes it afterwards; the last entry is what no line takes.
        let mut untaxed: Vec<Vec<Exact>> = vec![Vec::new(); INVOICE_LINES.len().saturating_sub(VAT)];
        let mut rows = Vec::with_capacity(self.invoices.len());
        for (invoice, received) in self.invoices.iter().zip(received) {
            let mut left = Left { amount: Exact::from(invoice.amount.0) - money(invoice.paid), reasons: Vec::new() };
            let disputed = if settled { Exact::ZERO } else { money(invoice.disputed) };
            let everything = left.amount.clone();
            let excluded = if self.is_covered { Exact::ZERO } else { everything };
            let takes = [Exact::ZERO, received, excluded, disputed, money(invoice.interest)];
            for ((sum, line), taken) in sums.iter_mut().zip(INVOICE_LINES).zip(takes) {
                left.take(line, &taken);
                *sum = &*sum + &left.amount;
            }
            let taxed = left.amount.clone();
            if self.cover.vat_insured() != Some(true) {
                left.take("vat", &tax(invoice, &taxed));
            }
            let hit = self.exclusion(invoice, stop_date);
            let line = hit.unwrap_or(untaxed.len().saturating_sub(1));
            if let Some(parts) = untaxed.get_mut(line) {
                parts.push(left.amount.clone());
            }
            if let Some(id) = hit.and_then(|hit| INVOICE_LINES.get(VAT.saturating_add(hit).saturating_add(1))) {
                let everything = left.amount.clone();
                left.take(id, &everything);
            }
            rows.push(Row { eligible: left.amount, reasons: left.reasons, taxed });
        }
        // Backwards: before a line took its part, that part was there too.
        let parts: Vec<Exact> = untaxed.iter().map(|parts| Exact::sum_of(parts)).collect();
        let mut after = Vec::new();
        let mut running = Exact::ZERO;
        for part in parts.iter().rev() {
            running = running + part;
            after.push(running.clone());
        }
        sums.extend(after.into_iter().rev());
        Debts { left: sums, rows, delivered_too_late: parts.iter().rev().nth(1).cloned().unwrap_or(Exact::ZERO) }
    }

    /// What of the receipts goes to each invoice: the one due first comes first.
    fn received(&self) -> Vec<Exact> {
        let mut received = vec![Exact::ZERO; self.invoices.len()];
        let mut rest = self.receipts.clone();
        let due = |row: usize| self.invoices.get(row).map(|invoice| invoice.due_date);
        for row in order::positions(self.invoices.len(), &mut |a, b| due(a).cmp(&due(b))) {
            let (Some(invoice), Some(part)) = (self.invoices.get(row), received.get_mut(row)) else { continue };
            if rest.is_zero() {
                break;
            }
            let debt = Exact::from(invoice.amount.0) - money(invoice.paid);
            *part = debt.min(rest.clone());
            rest = &rest - &*part;
        }
        received
    }

    /// The first line after the tax that takes the whole invoice, counted from 0.
    fn exclusion(&self, invoice: &ClaimInvoice, stop_date: Option<IsoDate>) -> Option<usize> {
        let cover = self.cover;
        let delivered = invoice.delivered_on.unwrap_or(invoice.invoice_date);
        let terms = invoice.due_date.days_since(invoice.invoice_date);
        [
            cover.period_start.is_some_and(|start| invoice.invoice_date < start)
                || cover.period_end.is_some_and(|end| invoice.invoice_date > end),
            cover.max_terms_days.is_some_and(|days| days < terms.into()),
            cover.limit_cancelled_on.is_some_and(|day| delivered > day),
            stop_date.is_some_and(|day| delivered > day),
        ]
        .iter()
        .position(|hit| *hit)
    }
}

/// What is left of an invoice while the lines are gone through.
struct Left {
    amount: Exact,
    reasons: Vec<&'static str>,
}

impl Left {
    /// Takes an amount, at most what is left.
    fn take(&mut self, line: &'static str, amount: &Exact) {
        let taken = amount.min(&self.amount);
        if !taken.is_zero() {
            self.amount = &self.amount - taken;
            self.reasons.push(line);
        }
    }
}

/// The tax in what is left of an invoice.
fn tax(invoice: &ClaimInvoice, left: &Exact) -> Exact {
    (money(invoice.vat) * left).divided_by(&Exact::from(invoice.amount.0)).unwrap_or(Exact::ZERO)
}

fn money(amount: Option<Money>) -> Exact {
    amount.map_or(Exact::ZERO, |amount| amount.0.into())
}

/// So many different shares of tax are written into a formula.
const MOST_SHARES: usize = 24;

impl Debts {
    /// What is left at the end, as a number: for what nobody has to re-run.
    pub fn eligible(&self) -> Quantity {
        Quantity::fact("sumOfEligible", self.left.last().cloned().unwrap_or(Exact::ZERO))
    }

    /// What would be left without the last line.
    pub fn eligible_without_stop(&self) -> Quantity {
        let before = self.left.iter().rev().nth(1);
        Quantity::fact("sumOfEligible", before.cloned().unwrap_or(Exact::ZERO))
    }

    /// The sum of all debts.
    pub fn gross(&self) -> Quantity {
        Quantity::fact("sumOfDebts", self.left.first().cloned().unwrap_or(Exact::ZERO))
    }

    /// What is left at the end, as a formula. A share of tax such as 13/113 does not end after any number of places, so
    /// it is not summed up but written out, once for all invoices that have it. Of more shares than anyone would
    /// read, the sum is given, rounded to the 28 digits that a step has room for.
    pub fn eligible_explained(&self, invoices: &[ClaimInvoice]) -> Quantity {
        let mut others = Exact::ZERO;
        let mut shares: Vec<(Exact, usize, &ClaimInvoice, Exact)> = Vec::new();
        for (number, (row, invoice)) in (1..).zip(self.rows.iter().zip(invoices)) {
            if row.eligible == row.eligible.rounded(8) {
                others = others + &row.eligible;
                continue;
            }
            let share = tax(invoice, &Exact::ONE);
            match shares.iter_mut().find(|(known, ..)| *known == share) {
                Some((.., taxed)) => *taxed = &*taxed + &row.taxed,
                None => shares.push((share, number, invoice, row.taxed.clone())),
            }
            if shares.len() > MOST_SHARES {
                return self.eligible();
            }
        }
        let others = Quantity::fact("sumOfOtherEligible", others);
        let parts = shares.into_iter().map(|(_, number, invoice, taxed)| {
            let named = |name: &str, value: Exact| Quantity::fact(format!("{name}{number}"), value);
            let share = named("vat", money(invoice.vat)) / named("amount", invoice.amount.0.into());
            named("left", taxed) * (Quantity::number(1) - share)
        });
        let taxed = parts.reduce(|sum, part| sum + part);
        match taxed {
            None => self.eligible(),
            Some(taxed) if others.known().is_some_and(Exact::is_zero) => taxed,
            Some(taxed) => taxed + others,
        }
    }

    /// The lines that look at each invoice: what is left after each, rounded, less what is left after the next.
    pub fn lines(&self, receipts: &Quantity, places: u32) -> Vec<(&'static str, Quantity)> {
        let gross = self.gross();
        let mut lines = vec![
            ("grossDebt", gross.rounded(places)),
            ("receipts", gross.rounded(places) - less(&gross, receipts).rounded(places)),
        ];
        let named = |index: usize| {
            let name = LEFT.get(index).copied().unwrap_or_default();
            let value = self.left.get(index).map(|left| left.rounded(places));
            Quantity::fact(name, value.unwrap_or(Exact::ZERO))
        };
        for (index, id) in INVOICE_LINES.iter().enumerate().skip(2) {
            lines.push((*id, named(index.saturating_sub(1)) - named(index)));
        }
        lines
    }
}

/// The clauses that look at the loss as a whole.
#[derive(Clone)]
pub(crate) struct Clauses {
    pub security: Quantity,
    pub set_off: Quantity,
    pub limit: Option<Quantity>,
    pub claim_threshold: Quantity,
    pub percentage: Quantity,
    pub minimum_retention: Quantity,
    pub excess: Quantity,
    pub excess_first: bool,
    pub aggregate_first_loss: Quantity,
    pub eroded_by_loss: bool,
    pub maximum_liability: Option<Quantity>,
}

impl Clauses {
    pub fn of(cover: &Cover, security: Quantity, set_off: Quantity, policy: &Policy) -> Self {
        let given = |amount: Quantity| Some(amount).filter(|amount| amount.known().is_some());
        Self {
            security,
            set_off,
            limit: given(cover.buyer_limit().or(cover.discretionary_limit())),
            claim_threshold: cover.claim_threshold(),
            percentage: cover.insured_percentage().or_policy(policy.cover.insured_percentage.0),
            minimum_retention: cover.minimum_retention(),
            excess: cover.excess(),
            excess_first: cover.excess_order() == Some(ExcessOrder::BeforePercentage),
            aggregate_first_loss: cover.aggregate_first_loss(),
            eroded_by_loss: cover.aggregate_eroded_by() == Some(AggregateErosion::Loss),
            maximum_liability: given(cover.maximum_liability()),
        }
    }

    /// Goes through the clauses.
    pub fn settle(&self, eligible: &Quantity) -> Settlement {
        let secured = less(&less(eligible, &self.security), &self.set_off);
        let insured_loss = at_most(&secured, self.limit.as_ref());
        let claimed = if insured_loss.is_above(&self.claim_threshold) == Some(true) {
            insured_loss.clone()
        } else {
            Quantity::number(0)
        };
        let (first, second) = if self.excess_first {
            let first = less(&claimed, &self.excess);
            (first.clone(), self.insured_share(&first))
        } else {
            let first = self.insured_share(&claimed);
            (first.clone(), less(&first, &self.excess))
        };
        let eroded = if self.eroded_by_loss && !is_nothing(&self.aggregate_first_loss) {
            insured_loss.min(&self.aggregate_first_loss) * &self.percentage
        } else {
            self.aggregate_first_loss.clone()
        };
        let payable = less(&second, &eroded);
        let indemnity = at_most(&payable, self.maximum_liability.as_ref());
        Settlement {
            eligible: eligible.clone(),
            secured,
            insured_loss,
            claimed,
            first,
            second,
            payable,
            indemnity,
            excess_first: self.excess_first,
        }
    }

    /// What the own share leaves of a loss.
    fn insured_share(&self, loss: &Quantity) -> Quantity {
        let share = loss * &self.percentage;
        if is_nothing(&self.minimum_retention) {
            share
        } else {
            share.min(&(loss - &self.minimum_retention)).at_least_zero()
        }
    }
}

/// What is left after each clause.
pub(crate) struct Settlement {
    pub eligible: Quantity,
    pub secured: Quantity,
    pub insured_loss: Quantity,
    pub claimed: Quantity,
    first: Quantity,
    second: Quantity,
    payable: Quantity,
    pub indemnity: Quantity,
    excess_first: bool,
}

impl Settlement {
    /// The lines of the clauses: what is left after each, rounded, less what is left after the next. The last is the
    /// indemnity itself.
    pub fn lines(&self, places: u32) -> Vec<(&'static str, Quantity)> {
        let (first, second) = if self.excess_first { ("excess", "coinsurance") } else { ("coinsurance", "excess") };
        let left = [
            ("securityAndSetOff", &self.secured),
            ("overLimit", &self.insured_loss),
            ("belowThreshold", &self.claimed),
            (first, &self.first),
            (second, &self.second),
            ("aggregateFirstLoss", &self.payable),
            ("maximumLiability", &self.indemnity),
        ];
        let mut before = self.eligible.rounded(places);
        let mut lines = Vec::new();
        for (id, left) in left {
            let after = left.rounded(places);
            lines.push((id, before - &after));
            before = after;
        }
        lines.push(("indemnity", before));
        lines
    }
}

fn is_nothing(amount: &Quantity) -> bool {
    amount.known().is_some_and(Exact::is_zero)
}

/// What is left after an amount was taken, never less than nothing. Taking nothing changes nothing, the formula neither.
pub(crate) fn less(left: &Quantity, amount: &Quantity) -> Quantity {
    if is_nothing(amount) { left.clone() } else { (left - amount).at_least_zero() }
}

fn at_most(left: &Quantity, most: Option<&Quantity>) -> Quantity {
    most.map_or_else(|| left.clone(), |most| left.min(most))
}

/// The unit of all lines, and their places.
pub(crate) fn places(record: &Recorder) -> u32 {
    Unit::Money.places(record.currency())
}

/// Whether a cause is covered, by the contract or by endorsement.
pub(crate) fn is_covered(cover: &Cover, cause: Cause, options: &Options) -> bool {
    cover.of_cause(cause, &options.policy.cover.perils) != PerilCover::Excluded
}
