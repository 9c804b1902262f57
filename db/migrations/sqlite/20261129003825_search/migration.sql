CREATE TABLE `debtor_terms` (
	`creditor_id` text NOT NULL,
	`kind` text NOT NULL,
	`term` text NOT NULL,
	`debtor_id` text NOT NULL,
	CONSTRAINT `debtor_terms_pk` PRIMARY KEY(`creditor_id`, `kind`, `term`, `debtor_id`)
);
--> statement-breakpoint
CREATE TABLE `word_pieces` (
	`creditor_id` text NOT NULL,
	`piece` text NOT NULL,
	`word` text NOT NULL,
	CONSTRAINT `word_pieces_pk` PRIMARY KEY(`creditor_id`, `piece`, `word`)
);
--> statement-breakpoint
ALTER TABLE `debtor_accounts` ADD `last_four` text;--> statement-breakpoint
ALTER TABLE `debtors` ADD `search_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `debtor_accounts_last_four` ON `debtor_accounts` (`creditor_id`,`last_four`,`debtor_id`);--> statement-breakpoint
CREATE INDEX `debtors_unsearched` ON `debtors` (`id`) WHERE search_version = 0;--> statement-breakpoint
CREATE INDEX `mandates_number` ON `mandates` (`creditor_id`,`mandate_number`);--> statement-breakpoint
CREATE INDEX `submissions_key` ON `submissions` (`creditor_id`,`key`);