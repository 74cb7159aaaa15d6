// The report in JavaScript written for speed: the bytes themselves, whole cents in doubles (exact up to 2^53), typed arrays
// for all sums, an open hash table for the names. It knows the one form of file that the bench makes.
import { DAY_MS, figures, monthOf, stageBounds } from './figures.mjs';

const [COMMA, QUOTE, LF, CR, MINUS, POINT, ZERO, DASH] = [44, 34, 10, 13, 45, 46, 48, 45];

/** Days since 1970 of a date in the calendar of today. */
function civil(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

class Reader {
  constructor(asOf) {
    this.asOf = Date.parse(asOf) / DAY_MS;
    this.bounds = stageBounds(this.asOf);
    this.size = 1 << 12;
    this.table = new Int32Array(this.size).fill(-1);
    this.hashes = new Int32Array(1 << 11);
    this.starts = new Uint32Array(1 << 11);
    this.lengths = new Uint32Array(1 << 11);
    this.names = new Uint8Array(1 << 16);
    this.namesEnd = 0;
    this.buyers = 0;
    this.room = 1 << 11;
    // Five ages, credits, sales.
    this.sums = new Float64Array(this.room * 7);
    this.seen = new Uint8Array(this.room);
    this.keys = new BigUint64Array(0);
    this.rows = 0;
    this.notYetIssued = 0;
    this.stages = new Float64Array(7);
    this.stageCounts = new Uint32Array(7);
    this.counts = new Uint32Array(5);
    this.monthly = new Float64Array(24);
    // Products of cents and days pass 2^53, so they are kept in two parts.
    this.openDays = [0n, 0];
    this.paidDays = [0n, 0];
    this.paid = 0;
    this.disputed = 0;
    // The month of each of the last days, 0 the newest.
    this.monthsFrom = this.asOf - 800;
    const newest = monthOf(this.asOf);
    this.months = Uint8Array.from({ length: 801 }, (_, day) => Math.min(255, newest - monthOf(this.monthsFrom + day)));
    this.fingerprints = [new Uint32Array(1 << 16), new Uint32Array(1 << 16)];
  }

  grow() {
    this.room *= 2;
    const grown = (old, length) => {
      const array = new old.constructor(length);
      array.set(old);
      return array;
    };
    this.hashes = grown(this.hashes, this.room);
    this.starts = grown(this.starts, this.room);
    this.lengths = grown(this.lengths, this.room);
    this.sums = grown(this.sums, this.room * 7);
    this.seen = grown(this.seen, this.room);
    this.size = this.room * 2;
    this.table = new Int32Array(this.size).fill(-1);
    for (let buyer = 0; buyer < this.buyers; buyer++) {
      let at = this.hashes[buyer] & (this.size - 1);
      while (this.table[at] >= 0) at = (at + 1) & (this.size - 1);
      this.table[at] = buyer;
    }
  }

  buyer(bytes, start, end, hash) {
    const length = end - start;
    let at = hash & (this.size - 1);
    for (;;) {
      const buyer = this.table[at];
      if (buyer < 0) break;
      if (this.hashes[buyer] === hash && this.lengths[buyer] === length) {
        const from = this.starts[buyer];
        let same = 0;
        while (same < length && this.names[from + same] === bytes[start + same]) same++;
        if (same === length) return buyer;
      }
      at = (at + 1) & (this.size - 1);
    }
    const buyer = this.buyers++;
    this.table[at] = buyer;
    this.hashes[buyer] = hash;
    this.starts[buyer] = this.namesEnd;
    this.lengths[buyer] = length;
    while (this.namesEnd + length > this.names.length) {
      const names = new Uint8Array(this.names.length * 2);
      names.set(this.names);
      this.names = names;
    }
    this.names.set(bytes.subarray(start, end), this.namesEnd);
    this.namesEnd += length;
    if (this.buyers === this.room) this.grow();
    return buyer;
  }

  /** Reads the rows of bytes that begin at a row and end with one; the header is behind. */
  read(bytes, from) {
    const { asOf, bounds, stages, stageCounts, counts, monthly, months, monthsFrom } = this;
    const ends = new Int32Array(9);
    const starts = new Int32Array(9);
    const date = (start, end) => {
      if (end - start !== 10 || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH)
        throw new Error(`no date at ${start}`);
      const year =
        (bytes[start] - ZERO) * 1000 +
        (bytes[start + 1] - ZERO) * 100 +
        (bytes[start + 2] - ZERO) * 10 +
        (bytes[start + 3] - ZERO);
      const month = (bytes[start + 5] - ZERO) * 10 + (bytes[start + 6] - ZERO);
      const day = (bytes[start + 8] - ZERO) * 10 + (bytes[start + 9] - ZERO);
      const most = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : MONTH_DAYS[month - 1];
      if (!(day >= 1 && day <= most)) throw new Error(`no date at ${start}`);
      return civil(year, month, day);
    };
    const amount = (start, end) => {
      const negative = bytes[start] === MINUS;
      let units = 0;
      let places = -1;
      for (let at = negative ? start + 1 : start; at < end; at++) {
        const byte = bytes[at];
        if (byte >= ZERO && byte <= 57) {
          units = units * 10 + (byte - ZERO);
          if (places >= 0) places++;
        } else if (byte === POINT && places < 0) places = 0;
        else throw new Error(`no amount at ${start}`);
      }
      if (places < 1) units *= 100;
      else if (places === 1) units *= 10;
      else if (places !== 2) throw new Error(`no cents at ${start}`);
      return negative ? -units : units;
    };
    const length = bytes.length;
    let at = from;
    while (at < length) {
      let field = 0;
      let start = at;
      let hash = 0;
      for (; at < length && field < 9;) {
        let byte = bytes[at];
        if (byte === QUOTE) {
          starts[field] = ++at;
          for (hash = 0; bytes[at] !== QUOTE; at++) if (field === 0) hash = (Math.imul(hash, 31) + bytes[at]) | 0;
          ends[field] = at++;
          byte = bytes[at];
        } else {
          starts[field] = at;
          if (field === 0) for (hash = 0; (byte = bytes[at]) !== COMMA; at++) hash = (Math.imul(hash, 31) + byte) | 0;
          else while ((byte = bytes[at]) !== COMMA && byte !== LF && byte !== CR && at < length) at++;
          ends[field] = at;
        }
        if (field === 0) start = hash ^ (hash >>> 15);
        field++;
        at++;
        if (byte === CR) at++;
      }
      this.rows++;
      const issued = date(starts[2], ends[2]);
      const due = date(starts[3], ends[3]);
      const whole = amount(starts[4], ends[4]);
      const buyer = this.buyer(bytes, starts[0], ends[0], start);
      this.note(bytes, starts[1], ends[1], buyer, due, whole);
      if (issued > asOf) {
        this.notYetIssued++;
        continue;
      }
      const sums = this.sums;
      const base = buyer * 7;
      this.seen[buyer] = 1;
      if (issued > asOf - 365) sums[base + 6] += whole;
      if (issued >= monthsFrom) {
        const month = months[issued - monthsFrom];
        if (month < 24) monthly[month] += whole;
      }
      const paidOn = ends[6] === starts[6] ? Infinity : date(starts[6], ends[6]);
      let paid = ends[5] === starts[5] ? 0 : amount(starts[5], ends[5]);
      if (paidOn > asOf && paidOn !== Infinity) paid = 0;
      if (paid > 0 && paidOn !== Infinity) {
        this.paid += paid;
        if (paidOn > due) this.addDays(this.paidDays, paid, paidOn - due);
      }
      const open = whole - paid;
      if (open < 0) sums[base + 5] -= open;
      if (open <= 0) continue;
      const late = asOf > due ? asOf - due : 0;
      const age = late === 0 ? 0 : late > 90 ? 4 : Math.ceil(late / 30);
      sums[base + age] += open;
      counts[age]++;
      let stage = 0;
      while (stage < 6 && due <= bounds[stage]) stage++;
      stages[stage] += open;
      stageCounts[stage]++;
      if (bytes[starts[8]] === 89) this.disputed += open;
      if (late > 0) this.addDays(this.openDays, open, late);
    }
  }

  addDays(sum, cents, days) {
    const more = cents * days;
    sum[1] += more;
    if (sum[1] > 2 ** 52) {
      sum[0] += BigInt(sum[1]);
      sum[1] = 0;
    }
  }

  /** Two hashes of what makes a row the same as another. */
  note(bytes, start, end, buyer, due, whole) {
    let [a, b] = [buyer ^ 0x9e3779b9, due];
    for (let at = start; at < end; at++) {
      a = Math.imul(a ^ bytes[at], 0x01000193);
      b = (Math.imul(b, 31) + bytes[at]) | 0;
    }
    const low = whole | 0;
    a = Math.imul(a ^ low, 0x85ebca6b) ^ due;
    b = Math.imul(b ^ low ^ Math.floor(whole / 2 ** 32), 0xc2b2ae35) ^ buyer;
    const row = this.rows - 1;
    if (row === this.fingerprints[0].length) {
      this.fingerprints = this.fingerprints.map((old) => {
        const grown = new Uint32Array(old.length * 2);
        grown.set(old);
        return grown;
      });
    }
    this.fingerprints[0][row] = a ^ (a >>> 13);
    this.fingerprints[1][row] = b ^ (b >>> 16);
  }

  duplicates() {
    const [first, second] = this.fingerprints;
    let size = 1024;
    while (size < this.rows * 2) size *= 2;
    const table = new Int32Array(size).fill(-1);
    let count = 0;
    for (let row = 0; row < this.rows; row++) {
      let at = first[row] & (size - 1);
      for (;;) {
        const other = table[at];
        if (other < 0) {
          table[at] = row;
          break;
        }
        if (first[other] === first[row] && second[other] === second[row]) {
          count++;
          break;
        }
        at = (at + 1) & (size - 1);
      }
    }
    return count;
  }

  finish() {
    const big = (sums) => Array.from(sums, BigInt);
    const buyers = [];
    for (let buyer = 0; buyer < this.buyers; buyer++) {
      if (!this.seen[buyer]) continue;
      const [a, b, c, d, e, credits, sales] = big(this.sums.subarray(buyer * 7, buyer * 7 + 7));
      buyers.push({ ageing: [a, b, c, d, e], credits, sales });
    }
    return figures({
      asOf: this.asOf,
      rows: this.rows,
      duplicates: this.duplicates(),
      notYetIssued: this.notYetIssued,
      buyers,
      counts: Array.from(this.counts),
      stageCounts: Array.from(this.stageCounts),
      stages: big(this.stages),
      monthly: big(this.monthly),
      disputed: BigInt(this.disputed),
      openDays: this.openDays[0] + BigInt(this.openDays[1]),
      paid: BigInt(this.paid),
      paidDays: this.paidDays[0] + BigInt(this.paidDays[1]),
    });
  }
}

/** The report of the bytes of a file. */
export function report(bytes, asOf) {
  const reader = new Reader(asOf);
  reader.read(bytes, bytes.indexOf(LF) + 1);
  return reader.finish();
}
