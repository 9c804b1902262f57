DROP INDEX "payments_newest";--> statement-breakpoint
DROP INDEX "payments_changed";--> statement-breakpoint
DROP INDEX "payments_requested";--> statement-breakpoint
DROP INDEX "payments_amount";--> statement-breakpoint
DROP INDEX "payments_state_newest";--> statement-breakpoint
DROP INDEX "payments_state_changed";--> statement-breakpoint
DROP INDEX "payments_state_requested";--> statement-breakpoint
DROP INDEX "payments_state_amount";--> statement-breakpoint
DROP INDEX "payments_window";--> statement-breakpoint
CREATE INDEX "payments_by_newest" ON "payments" ("creditor_id","created_at","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_by_changed" ON "payments" ("creditor_id","updated_at","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_by_requested" ON "payments" ("creditor_id","requested","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_by_amount" ON "payments" ("creditor_id","amount_minor","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_state_by_newest" ON "payments" ("creditor_id","state","created_at","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_state_by_changed" ON "payments" ("creditor_id","state","updated_at","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_state_by_requested" ON "payments" ("creditor_id","state","requested","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_state_by_amount" ON "payments" ("creditor_id","state","amount_minor","id","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_window_by_newest" ON "payments" ("creditor_id","window","created_at","id","state","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_window_by_changed" ON "payments" ("creditor_id","window","updated_at","id","state","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_window_by_requested" ON "payments" ("creditor_id","window","requested","id","state","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_window_by_amount" ON "payments" ("creditor_id","window","amount_minor","id","state","provider","currency","test");--> statement-breakpoint
CREATE INDEX "payments_kind" ON "payments" ("creditor_id","test","currency","created_at","id");