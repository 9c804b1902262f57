CREATE TABLE `run_items` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`run_id` text NOT NULL,
	`n` integer NOT NULL,
	`given` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`reason_params` text NOT NULL,
	`choice` text,
	`mandate_id` text,
	`connection_id` text,
	`debtor_name` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text,
	`text` text NOT NULL,
	`reference` text NOT NULL,
	`wanted` text,
	`planned` text,
	`window` text NOT NULL,
	`cutoff_at` integer NOT NULL,
	`slips` integer NOT NULL,
	`at_risk` integer NOT NULL,
	`payment_id` text,
	`faults` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`test` integer NOT NULL,
	`agreement_id` text,
	`origin` text NOT NULL,
	`file_hash` text NOT NULL,
	`content_hash` text,
	`prepared_kind` text NOT NULL,
	`prepared_by_id` text NOT NULL,
	`prepared_by_name` text NOT NULL,
	`work_of` text NOT NULL,
	`approved_by_id` text,
	`approved_by_name` text,
	`approved_hash` text,
	`sent_by_name` text,
	`stopped_by_name` text,
	`stop_reason` text,
	`checks` text NOT NULL,
	`checked_at` integer,
	`frozen_at` integer,
	`approved_at` integer,
	`sent_at` integer,
	`stopped_at` integer,
	`done_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `connections` ADD `identity` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `run_id` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `deadline_at` integer NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE `submissions` ADD `value_rank` integer NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE `submissions` SET `deadline_at` = `created_at`;--> statement-breakpoint
UPDATE `submissions` SET `deadline_at` = (SELECT coalesce(`cutoff_at`, `submissions`.`created_at`) FROM `payments` WHERE `payments`.`id` = `submissions`.`subject_id`), `value_rank` = (SELECT -`amount_minor` FROM `payments` WHERE `payments`.`id` = `submissions`.`subject_id`) WHERE `operation` = 'payment.create' AND EXISTS (SELECT 1 FROM `payments` WHERE `payments`.`id` = `submissions`.`subject_id`);--> statement-breakpoint
DROP INDEX IF EXISTS `submissions_due`;--> statement-breakpoint
CREATE INDEX `payments_run` ON `payments` (`run_id`,`state`,`sending`);--> statement-breakpoint
CREATE INDEX `payments_run_newest` ON `payments` (`run_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `run_items_n` ON `run_items` (`run_id`,`n`);--> statement-breakpoint
CREATE INDEX `run_items_state` ON `run_items` (`run_id`,`state`,`cutoff_at`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `run_items_reference` ON `run_items` (`creditor_id`,`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `run_items_payment` ON `run_items` (`payment_id`);--> statement-breakpoint
CREATE INDEX `runs_newest` ON `runs` (`creditor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `runs_state` ON `runs` (`state`);--> statement-breakpoint
CREATE INDEX `runs_file` ON `runs` (`creditor_id`,`file_hash`);--> statement-breakpoint
CREATE INDEX `submissions_turn` ON `submissions` (`state`,`deadline_at`,`value_rank`) WHERE next_at is not null;