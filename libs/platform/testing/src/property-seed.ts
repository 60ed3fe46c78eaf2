import fc from 'fast-check';

// The check that decides whether work lands asks the same questions of everybody's work: one seed. The full run
// draws a new one each time and prints it when something falls, so that rare orders of things are met too.
fc.configureGlobal(process.env.TEST_FULL === '1' ? {} : { seed: 20231013 });
