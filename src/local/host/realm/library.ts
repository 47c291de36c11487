/**
 * The standard library of a script: ECMAScript 2020 without `Intl`. It lists what to keep, so that a newer
 * Node does not give the bundle more than the platform has.
 */

const ERROR_PROTOTYPE = 'constructor name message toString';
const FUNCTION = 'length name prototype';

/** Names to keep on the global object. */
export const GLOBALS: ReadonlySet<string> = words(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
   EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math ArrayBuffer Uint8Array Int8Array
   Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array
   DataView Map BigInt Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent escape
   unescape eval isFinite isNaN`,
);

/** Names to keep on the built-in functions and objects, and on their prototypes. */
export const MEMBERS: readonly {
  readonly owner: string;
  readonly own: ReadonlySet<string>;
  readonly prototype: ReadonlySet<string>;
}[] = [
  members(
    'Object',
    `assign getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols is preventExtensions
     seal create defineProperties defineProperty freeze getPrototypeOf setPrototypeOf isExtensible isFrozen isSealed keys
     entries fromEntries values`,
    `constructor __defineGetter__ __defineSetter__ hasOwnProperty __lookupGetter__ __lookupSetter__ isPrototypeOf
     propertyIsEnumerable toString valueOf __proto__ toLocaleString`,
  ),
  members('Function', '', 'length name arguments caller constructor apply bind call toString'),
  members(
    'Array',
    'isArray from of',
    `length constructor concat copyWithin fill find findIndex lastIndexOf pop push reverse shift unshift slice sort splice
     includes indexOf join keys entries values forEach filter flat flatMap map every some reduce reduceRight toLocaleString
     toString`,
  ),
  members(
    'Number',
    `isFinite isInteger isNaN isSafeInteger parseFloat parseInt MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY
     MAX_SAFE_INTEGER MIN_SAFE_INTEGER EPSILON`,
    'constructor toExponential toFixed toPrecision toString valueOf toLocaleString',
  ),
  members('Boolean', '', 'constructor toString valueOf'),
  members(
    'String',
    'fromCharCode fromCodePoint raw',
    `length constructor anchor big blink bold charAt charCodeAt codePointAt concat endsWith fontcolor fontsize fixed includes
     indexOf italics lastIndexOf link localeCompare match matchAll normalize padEnd padStart repeat replace search slice small
     split strike sub substr substring sup startsWith toString trim trimStart trimLeft trimEnd trimRight toLocaleLowerCase
     toLocaleUpperCase toLowerCase toUpperCase valueOf`,
  ),
  members(
    'Symbol',
    `for keyFor asyncIterator hasInstance isConcatSpreadable iterator match matchAll replace search species split toPrimitive
     toStringTag unscopables`,
    'constructor toString valueOf description',
  ),
  members(
    'Date',
    'now parse UTC',
    `constructor toString toDateString toTimeString toISOString toUTCString toGMTString getDate setDate getDay getFullYear
     setFullYear getHours setHours getMilliseconds setMilliseconds getMinutes setMinutes getMonth setMonth getSeconds
     setSeconds getTime setTime getTimezoneOffset getUTCDate setUTCDate getUTCDay getUTCFullYear setUTCFullYear getUTCHours
     setUTCHours getUTCMilliseconds setUTCMilliseconds getUTCMinutes setUTCMinutes getUTCMonth setUTCMonth getUTCSeconds
     setUTCSeconds valueOf getYear setYear toJSON toLocaleString toLocaleDateString toLocaleTimeString`,
  ),
  members('Promise', 'all allSettled race resolve reject', 'constructor then catch finally'),
  members(
    'RegExp',
    "input $_ lastMatch $& lastParen $+ leftContext $` rightContext $' $1 $2 $3 $4 $5 $6 $7 $8 $9",
    'constructor exec dotAll flags global ignoreCase multiline source sticky unicode compile toString test',
  ),
  members('Error', 'captureStackTrace stackTraceLimit', ERROR_PROTOTYPE),
  members('JSON', 'parse stringify', ''),
  members(
    'Math',
    `abs acos acosh asin asinh atan atanh atan2 ceil cbrt expm1 clz32 cos cosh exp floor fround hypot imul log log1p log2
     log10 max min pow random round sign sin sinh sqrt tan tanh trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2`,
    '',
  ),
  members('ArrayBuffer', 'isView', 'constructor byteLength slice'),
  members('Map', '', 'constructor get set has delete clear entries forEach keys size values'),
  members('Set', '', 'constructor has add delete clear entries forEach size values keys'),
  members('WeakMap', '', 'constructor delete get set has'),
  members('WeakSet', '', 'constructor delete has add'),
  members('BigInt', 'asUintN asIntN', 'constructor toLocaleString toString valueOf'),
  members(
    'Reflect',
    `defineProperty deleteProperty apply construct get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys
     preventExtensions set setPrototypeOf`,
    '',
  ),
  members('Proxy', 'revocable', ''),
];

/** Names to keep on the prototype that all typed arrays share. It has no global name. */
export const TYPED_ARRAY_PROTOTYPE: ReadonlySet<string> = words(
  `constructor buffer byteLength byteOffset length entries keys values copyWithin every fill filter find findIndex forEach
   includes indexOf join lastIndexOf map reverse reduce reduceRight set slice some sort subarray toLocaleString toString`,
);

function members(owner: string, own: string, prototype: string): (typeof MEMBERS)[number] {
  return { owner, own: words(`${FUNCTION} ${own}`), prototype: words(prototype) };
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
