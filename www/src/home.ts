/** The calculator that a visitor finds first. */
export const home = 'assess';
