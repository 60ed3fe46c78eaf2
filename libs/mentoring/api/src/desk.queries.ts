/**
 * The whole desk in one statement, whatever lies on it; of texts only openings and lengths. The database asks for itself
 * whether the seat is the viewer's (see migrations).
 * $1 the mentor's membership, $2 now, $3 $4 the place after which to begin, $5 how many
 */
export const DESK = `SELECT letters, answered AS "answeredThisWeek", leaders FROM app.desk($1, $2, $3, $4, $5)`;
