/** A reason not to start that a person can act upon: printed as one sentence, exit status 1. */
export class StartError extends Error {}
