/** The port by which a page follows what is being written of its paper: each message is a `JobView`, null at the end. Our own pages put the paper's id behind it. */
export const JOB_PORT = 'job';
