CREATE TABLE `account_changes` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`old_mandate_id` text NOT NULL,
	`new_mandate_id` text,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`sealed` text,
	`asked_by_id` text NOT NULL,
	`asked_by_name` text NOT NULL,
	`second_name` text,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `consent_texts` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`scheme` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`user_id` text NOT NULL,
	`agreement_id` text,
	`debtor_id` text,
	`debtor_name` text NOT NULL,
	`from_id` text,
	`change_of` text,
	`sealed` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `invitation_sends` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`mandate_id` text NOT NULL,
	`way` text NOT NULL,
	`language` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`mandate_id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`next_at` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_changes_one_open` ON `account_changes` (`old_mandate_id`) WHERE state in ('waits', 'open', 'ending');--> statement-breakpoint
CREATE UNIQUE INDEX `account_changes_new` ON `account_changes` (`new_mandate_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consent_texts_version` ON `consent_texts` (`creditor_id`,`scheme`,`language`,`version`);--> statement-breakpoint
CREATE INDEX `drafts_own` ON `drafts` (`creditor_id`,`user_id`,`updated_at`,`id`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `drafts_old` ON `drafts` (`updated_at`);--> statement-breakpoint
CREATE INDEX `invitation_sends_mandate` ON `invitation_sends` (`mandate_id`,`at`);--> statement-breakpoint
CREATE INDEX `invitations_due` ON `invitations` (`next_at`) WHERE closed_at is null and next_at is not null;