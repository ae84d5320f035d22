// Arithmetic over lists of figures.

export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Of an even count, the upper one of the two in the middle. */
export const median = (numbers) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The numbers from 0 to `count` - 1. */
export const range = (count) => Array.from({ length: count }, (_, index) => index);
