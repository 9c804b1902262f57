import {
  type DatabaseSyncInstance,
  DatabaseSync as Native,
  type StatementSyncInstance,
} from "@photostructure/sqlite";
import { passed } from "./statements";

/** The driver as it is, with every statement of a transaction counted, from `begin` to `commit`. */
export class DatabaseSync extends Native {
  override prepare(...[sql, options]: Parameters<DatabaseSyncInstance["prepare"]>): StatementSyncInstance {
    const statement = super.prepare(sql, options);
    for (const name of ["all", "run"] as const) {
      const carryOut = statement[name].bind(statement);
      const counted = (...values: Parameters<typeof carryOut>) => {
        const before = this.isTransaction;
        const result = carryOut(...values);
        if (before || this.isTransaction) passed();
        return result;
      };
      Object.defineProperty(statement, name, { value: counted });
    }
    return statement;
  }
}
