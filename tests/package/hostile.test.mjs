// Nothing that JavaScript can hand over may trap: each call computes or refuses, and the next one computes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engine, memory } from './engine.mjs';
import { assertRefusal, assertReport } from './report.mjs';
import { hold, outcome, row } from './vectors.mjs';

const cyclic = () => {
  const value = { creditSales: '1' };
  value.policy = value.stress = value.self = value;
  return value;
};
const cyclicList = () => {
  const value = [];
  value.push(value);
  return value;
};
const deep = (levels, wrap) => {
  let value = '1';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
};
const thrower = (thrown) => ({
  get creditSales() {
    throw thrown;
  },
  get month() {
    throw thrown;
  },
  get name() {
    throw thrown;
  },
});
const proxy = (handler, target = {}) => new Proxy(target, handler);
const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const throws = () => {
  throw new Error('from a trap');
};
class Answers {
  creditSales = '36500';
  #closing = '100';
  get closingReceivables() {
    return this.#closing;
  }
}
const own = (key, value) => Object.defineProperty({}, key, { value, enumerable: true });
const sparse = (length) => {
  const list = [];
  list.length = length;
  return list;
};

const values = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  zero: () => 0,
  'minus zero': () => -0,
  NaN: () => NaN,
  Infinity: () => Infinity,
  '-Infinity': () => -Infinity,
  'the greatest number': () => Number.MAX_VALUE,
  'the least number': () => Number.MIN_VALUE,
  'an unsafe integer': () => 2 ** 53 + 2,
  'a BigInt': () => 10n,
  'a huge BigInt': () => 10n ** 400n,
  'a symbol': () => Symbol('s'),
  'a registered symbol': () => Symbol.for('s'),
  'a function': () => () => '1',
  'an async function': () => async () => {},
  'an empty text': () => '',
  'a lone surrogate': () => '\ud800',
  'a text of lone surrogates': () => '\udfff\ud800'.repeat(1000),
  'a text with NUL': () => '1\u0000',
  'ten million digits': () => '9'.repeat(10_000_000),
  'a million zeros after the point': () => `1.${'0'.repeat(1_000_000)}`,
  'a String object': () => new String('1'),
  'a Number object': () => new Number(1),
  'a Boolean object': () => new Boolean(false),
  'a wrapped symbol': () => Object(Symbol('s')),
  'an empty object': () => ({}),
  'an object without prototype': () => Object.create(null),
  'an object with a prototype of its own': () => Object.create({ creditSales: '36500', closingReceivables: '100' }),
  'a cyclic object': cyclic,
  'a cyclic list': cyclicList,
  'an object 100,000 deep': () => deep(100_000, (inner) => ({ stress: inner })),
  'a list 100,000 deep': () => deep(100_000, (inner) => [inner]),
  'getters that throw an Error': () => thrower(new Error('getter')),
  'getters that throw null': () => thrower(null),
  'getters that throw undefined': () => thrower(undefined),
  'getters that throw a symbol': () => thrower(Symbol('thrown')),
  'a conversion that throws': () => ({
    toString: throws,
    valueOf: throws,
    [Symbol.toPrimitive]: throws,
    toJSON: throws,
  }),
  'a frozen object': () => Object.freeze({ creditSales: '36500' }),
  'a Date': () => new Date(0),
  'an invalid Date': () => new Date(NaN),
  'a Map': () => new Map([['creditSales', '36500']]),
  'a Set': () => new Set(['1']),
  'a WeakMap': () => new WeakMap(),
  'a RegExp': () => /1/,
  'an Error': () => new Error('1'),
  'a Promise': () => Promise.resolve('1'),
  'a generator': () =>
    (function* () {
      yield '1';
    })(),
  'a class instance': () => new Answers(),
  'a class': () => Answers,
  'an ArrayBuffer': () => new ArrayBuffer(8),
  'typed numbers': () => new Float64Array([1, NaN]),
  'typed BigInts': () => new BigInt64Array(2),
  arguments: () =>
    (function () {
      return arguments;
    })('1', '2'),
  globalThis: () => globalThis,
  'the module itself': () => engine,
  'an empty list': () => [],
  'a list of holes': () => [, '1', ,],
  'a sparse list of four thousand million': () => sparse(4e9),
  'a list of the greatest length': () => sparse(2 ** 32 - 1),
  'a list whose iterator throws': () => Object.assign(['1'], { [Symbol.iterator]: throws }),
  'a list whose iterator never ends': () =>
    Object.assign(['1'], {
      [Symbol.iterator]: function* () {
        for (;;) yield '1';
      },
    }),
  'an object that iterates without end': () => ({
    [Symbol.iterator]: function* () {
      for (;;) yield '1';
    },
  }),
  'an object like a list': () => ({ length: 4e9, 0: '1' }),
  'a plain Proxy': () => proxy({}, { creditSales: '36500', closingReceivables: '100' }),
  'a Proxy of a list': () => proxy({}, ['1']),
  'a Proxy of a function': () => proxy({}, () => '1'),
  'a Proxy whose get throws': () => proxy({ get: throws }, { creditSales: '1' }),
  'a Proxy whose ownKeys throws': () => proxy({ ownKeys: throws }),
  'a Proxy whose has throws': () => proxy({ has: throws }),
  'a Proxy whose getPrototypeOf throws': () => proxy({ getPrototypeOf: throws }),
  'a Proxy whose descriptors throw': () => proxy({ getOwnPropertyDescriptor: throws }, { creditSales: '1' }),
  'a Proxy that invents keys': () =>
    proxy({
      ownKeys: () => ['creditSales', 'invented'],
      getOwnPropertyDescriptor: () => ({ value: '1', enumerable: true, configurable: true }),
    }),
  'a Proxy that answers everything': () => proxy({ get: () => '1', has: () => true }),
  'a Proxy list that lies about its length': () =>
    proxy({ get: (target, key) => (key === 'length' ? 4e9 : Reflect.get(target, key)) }, ['1']),
  'a Proxy list of length NaN': () =>
    proxy({ get: (target, key) => (key === 'length' ? NaN : Reflect.get(target, key)) }, ['1']),
  'a Proxy list of negative length': () =>
    proxy({ get: (target, key) => (key === 'length' ? -1 : Reflect.get(target, key)) }, ['1']),
  'a revoked Proxy': () => revoked({}),
  'a revoked Proxy of a list': () => revoked([]),
  'an own __proto__': () => own('__proto__', '1'),
  'an own constructor': () => own('constructor', '1'),
  'an own toString': () => own('toString', '1'),
  'an own hasOwnProperty': () => own('hasOwnProperty', 1),
  'a symbol key': () => ({ [Symbol('creditSales')]: '1' }),
  'a key that is a lone surrogate': () => ({ '\ud800': '1' }),
  'an empty key': () => ({ '': '1' }),
  'a key of a million letters': () => ({ ['k'.repeat(1_000_000)]: '1' }),
  'fifty thousand unknown keys': () =>
    Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, 1])),
};

const dso = { creditSales: '36500', closingReceivables: '100' };
const cycle = { receivables: '1', inventory: '1', payables: '1', annualSales: '10' };
const stress = { openingCash: '1', monthlyInflow: '1', monthlyOutflow: '1' };
const customer = { name: 'a', receivable: '1', monthlySales: '1' };

// Where a stranger's value can come in: as the input, as the options, and in each kind of place inside them.
const places = {
  'the input of dso': (value) => engine.dso(value),
  'the input of workingCapital': (value) => engine.workingCapital(value),
  'the input of assess': (value) => engine.assess(value),
  'the options': (value) => engine.dso(dso, value),
  money: (value) => engine.dso({ ...dso, creditSales: value }),
  days: (value) => engine.dso({ ...dso, periodDays: value }),
  'a choice': (value) => engine.dso({ ...dso, ceiBasis: value }),
  'a count': (value) => engine.dso({ ...dso, periodMonths: value }),
  'a list': (value) => engine.dso({ ...dso, monthlySales: value }),
  'a list of decimals': (value) => engine.dso({ ...dso, dsoHistory: value }),
  'a row of decimals': (value) => engine.dso({ ...dso, dsoHistory: [value] }),
  'a row': (value) => engine.dso({ ...dso, monthlySales: [value] }),
  'a month': (value) => engine.dso({ ...dso, monthlySales: [{ month: value, sales: '1' }] }),
  'an object': (value) => engine.workingCapital({ ...cycle, stress: value }),
  'a list in an object': (value) => engine.workingCapital({ ...cycle, stress: { ...stress, customers: value } }),
  'a row in an object': (value) => engine.workingCapital({ ...cycle, stress: { ...stress, customers: [value] } }),
  'a text': (value) =>
    engine.workingCapital({ ...cycle, stress: { ...stress, customers: [{ ...customer, name: value }] } }),
  'a date': (value) => engine.assess({ ...dso, closingReceivables: undefined, asOf: value }),
  'a boolean': (value) => engine.assess({ insured: value }),
  'an unknown field': (value) => engine.dso({ ...dso, invented: value }),
  'the currency': (value) => engine.dso(dso, { currency: value }),
  'the policy': (value) => engine.dso(dso, { policy: value }),
  'a branch of the policy': (value) =>
    engine.dso(dso, {
      policy: {
        [Object.keys(engine.defaultPolicy()).find((key) => typeof engine.defaultPolicy()[key] === 'object')]: value,
      },
    }),
  'the holidays': (value) => engine.dso(dso, { holidays: value }),
  'a holiday': (value) => engine.dso(dso, { holidays: [value] }),
};

// A page must not stand still over what it is handed. In processor time: the machine may be busy with other things.
const SECONDS = 5;
const processorSeconds = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

for (const [place, call] of Object.entries(places)) {
  test(`${place}: any value computes or is refused`, () => {
    const wrong = [];
    for (const [name, make] of Object.entries(values)) {
      const value = make();
      const started = process.cpuUsage();
      const { report, error } = outcome(call, value);
      const seconds = processorSeconds(started);
      try {
        if (error === undefined) assertReport(report);
        else assertRefusal(error);
        hold(engine, row('E1'));
        assert.ok(seconds < SECONDS, `it took ${seconds.toFixed(1)} s`);
      } catch (problem) {
        wrong.push(`${name}: ${problem.message}`);
      }
    }
    assert.equal(wrong.length, 0, wrong.join('\n'));
  });
}

describe('prototype names', () => {
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']) {
    test(`${key} as a key of the input's own is unknown_field`, () => {
      const input = Object.defineProperty({ ...dso }, key, { value: { creditSales: '1' }, enumerable: true });
      const { error } = outcome(engine.dso, input);
      assert.ok(error, 'it was ignored');
      assertRefusal(error);
      assert.deepEqual(
        error.issues.map(({ field, code }) => ({ field, code })),
        [{ field: key, code: 'unknown_field' }],
      );
    });
    test(`${key} is no choice and no currency`, () => {
      const choice = outcome(engine.dso, { ...dso, ceiBasis: key }).error;
      assert.deepEqual(
        choice?.issues.map(({ field, code }) => `${field}: ${code}`),
        ['ceiBasis: unknown_choice'],
      );
      const currency = outcome(engine.dso, dso, { currency: key }).error;
      assert.equal(currency?.issues[0]?.field, 'options.currency');
    });
  }
  test('nothing was left on the prototypes', () => {
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal({}.creditSales, undefined);
  });
});

describe('code that runs during a call', () => {
  test('a getter that calls the module again gets its own answer', () => {
    let inner;
    const input = {
      get creditSales() {
        inner = engine.dso({ creditSales: '365', closingReceivables: '2' }).result.dso;
        return '36500';
      },
      closingReceivables: '100',
    };
    assert.equal(engine.dso(input).result.dso, '1.00');
    assert.equal(inner, '2.00');
  });
  for (const [what, input] of Object.entries({
    getter: (again) => ({
      get creditSales() {
        return again();
      },
      closingReceivables: '100',
    }),
    'trap of a Proxy': (again) => new Proxy({ ...dso }, { ownKeys: again }),
  })) {
    test(`a ${what} that calls the module again a thousand levels deep is refused there, and the next call is right`, () => {
      let levels = 0;
      let innermost;
      const again = () => {
        if (++levels > 1000) return '36500';
        try {
          return engine.dso(input(again)).result.dso;
        } catch (error) {
          innermost ??= error;
          throw error;
        }
      };
      const { error } = outcome(engine.dso, input(again));
      assertRefusal(error);
      assertRefusal(innermost);
      const [{ field, code }] = innermost.issues;
      assert.deepEqual({ field, code }, { field: '', code: 'wrong_type' });
      hold(engine, row('E1'));
      levels = 1000;
      assert.equal(engine.dso({ ...dso, creditSales: again() }).result.dso, '1.00');
    });
  }
  test('a getter that makes the module refuse does not disturb the call around it', () => {
    const input = {
      ...dso,
      get priorDso() {
        assertRefusal(outcome(engine.dso, { creditSales: 'x' }).error);
        return '2';
      },
    };
    assert.equal(engine.dso(input).result.yearOnYear, '-0.500000');
  });
  test('a value that changes with each look is taken or refused, not mixed', () => {
    let looks = 0;
    const input = {
      get creditSales() {
        return [36500, '36500', {}, null, Symbol('s')][looks++ % 5];
      },
      closingReceivables: '100',
    };
    for (let round = 0; round < 10; round++) {
      const { report, error } = outcome(engine.dso, input);
      if (error) assertRefusal(error);
      else assert.equal(report.result.dso, '1.00');
    }
  });
});

test('ten thousand refusals take no more memory than the first ten', () => {
  const refuse = (times) => {
    for (let time = 0; time < times; time++) {
      outcome(engine.dso, { creditSales: 'x', closingReceivables: { a: '1' }, invented: [] });
    }
    return memory.buffer.byteLength;
  };
  const before = refuse(10);
  assert.equal(refuse(10_000), before);
});

test('after all this the instance still computes everything', () => {
  for (const id of ['full-dso', 'full-workingCapital', 'full-assess']) hold(engine, row(id));
});
