CREATE TABLE `comparisons` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`lease_until` integer,
	`started_by` text NOT NULL,
	`read_there` integer NOT NULL,
	`ours` integer NOT NULL,
	`gaps` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gaps` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`comparison_id` text NOT NULL,
	`kind` text NOT NULL,
	`noun` text NOT NULL,
	`subject` text NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`closed_by` text,
	`closed_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `instances` (
	`id` text PRIMARY KEY,
	`name` text NOT NULL,
	`generation` integer NOT NULL,
	`token` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `obligations` (
	`creditor_id` text NOT NULL,
	`key` text NOT NULL,
	`n` integer NOT NULL,
	`payment_id` text NOT NULL,
	`reason` text,
	`claimed_by` text NOT NULL,
	`besides` text,
	CONSTRAINT `obligations_pk` PRIMARY KEY(`creditor_id`, `key`, `n`)
);
--> statement-breakpoint
ALTER TABLE `creditors` ADD `fenced_at` integer;--> statement-breakpoint
ALTER TABLE `creditors` ADD `fence_reason` text;--> statement-breakpoint
CREATE INDEX `comparisons_connection` ON `comparisons` (`connection_id`,`started_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `gaps_once` ON `gaps` (`connection_id`,`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `gaps_open` ON `gaps` (`creditor_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `obligations_payment` ON `obligations` (`payment_id`);--> statement-breakpoint
INSERT INTO `obligations` (`creditor_id`, `key`, `n`, `payment_id`, `claimed_by`)
SELECT creditor_id, debt, row_number() OVER (PARTITION BY creditor_id, debt ORDER BY id), id, 'Debitdesk' FROM (
	SELECT creditor_id, id, CASE WHEN test THEN 'test' ELSE 'live' END || ' ' || coalesce(debtor_id, mandate_id) || ' ' || substr(coalesce(planned, requested), 1, 7) || ' ' || amount_minor || ' ' || currency AS debt
	FROM payments WHERE state NOT IN ('rejected', 'chargeback', 'cancelled')
	UNION
	SELECT creditor_id, id, CASE WHEN test THEN 'test' ELSE 'live' END || ' ' || coalesce(debtor_id, mandate_id) || ' ' || substr(requested, 1, 7) || ' ' || amount_minor || ' ' || currency
	FROM payments WHERE state NOT IN ('rejected', 'chargeback', 'cancelled')
) AS claims;
