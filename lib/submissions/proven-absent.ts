/** So often must the provider have said that it does not have it before it counts as proven that nothing arrived. */
const ABSENCES_NEEDED = 2;

/** Whether an outcome that nobody told us is known all the same: it is not there, and a person may send it again. */
export const provenAbsent = ({ absences }: { absences: number }): boolean => absences >= ABSENCES_NEEDED;
