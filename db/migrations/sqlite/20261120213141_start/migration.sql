CREATE TABLE `agreements` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`name` text NOT NULL,
	`scheme` text NOT NULL,
	`values` text NOT NULL,
	`provider_id` text,
	`test` integer NOT NULL,
	`state` text NOT NULL,
	`evidence_at` integer,
	`evidence_id` text,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`last_four` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY,
	`submission_id` text NOT NULL,
	`n` integer NOT NULL,
	`state` text NOT NULL,
	`fence` integer NOT NULL,
	`key` text NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`prepared_sealed` text NOT NULL,
	`body_sha256` text NOT NULL,
	`message_id` text,
	`detail` text,
	`recorded_at` integer NOT NULL,
	`permitted_at` integer,
	`answered_at` integer
);
--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`creditor_id` text PRIMARY KEY,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text,
	`request_id` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`provider` text NOT NULL,
	`name` text NOT NULL,
	`environment` text NOT NULL,
	`base_url` text NOT NULL,
	`settings` text NOT NULL,
	`events_secret_sealed` text NOT NULL,
	`events_secret_hash` text NOT NULL,
	`last_ok_at` integer,
	`last_problem_at` integer,
	`last_problem` text,
	`last_event_at` integer,
	`held_until` integer,
	`next_poll_at` integer,
	`poll_lease_until` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`creditor_id` text NOT NULL,
	`noun` text NOT NULL,
	`bucket` text NOT NULL,
	`state` text NOT NULL,
	`currency` text NOT NULL,
	`test` integer NOT NULL,
	`count` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	CONSTRAINT `counters_pk` PRIMARY KEY(`creditor_id`, `noun`, `bucket`, `state`, `currency`, `test`)
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`sealed` text NOT NULL,
	`fingerprint` text NOT NULL,
	`last_four` text NOT NULL,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `creditors` (
	`id` text PRIMARY KEY,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deadline_overrides` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`rule` text NOT NULL,
	`month` text NOT NULL,
	`deadline` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `debtor_accounts` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`debtor_id` text NOT NULL,
	`kind` text NOT NULL,
	`sealed` text NOT NULL,
	`blind_index` text NOT NULL,
	`masked` text NOT NULL,
	`bank` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `debtors` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`customer_number` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`email` text,
	`phone` text,
	`language` text,
	`identity_sealed` text,
	`identity_index` text,
	`identity_masked` text,
	`search` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mandates` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`provider` text NOT NULL,
	`scheme` text NOT NULL,
	`debtor_id` text,
	`debtor_name` text NOT NULL,
	`customer_number` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`sending` text NOT NULL,
	`values` text NOT NULL,
	`sealed` text,
	`masked` text NOT NULL,
	`consent` text,
	`test` integer NOT NULL,
	`request_key` text,
	`provider_id` text,
	`mandate_number` text,
	`reason_code` text,
	`reason_text` text,
	`ended_by` text,
	`usable_from` text,
	`unmapped` text,
	`evidence_at` integer,
	`evidence_id` text,
	`asked_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`direction` text NOT NULL,
	`title` text NOT NULL,
	`method` text NOT NULL,
	`url` text NOT NULL,
	`request_headers` text NOT NULL,
	`request_body` text NOT NULL,
	`result` text NOT NULL,
	`status` integer,
	`answer_headers` text,
	`answer_body` text,
	`detail` text,
	`ms` integer,
	`at` integer NOT NULL,
	`submission_id` text,
	`subject_id` text,
	`authenticity` text,
	`dedupe_key` text,
	`repeats` integer NOT NULL,
	`hints` text,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_at` integer,
	`lease_until` integer,
	`fence` integer NOT NULL,
	`effect` text,
	`applied_at` integer
);
--> statement-breakpoint
CREATE TABLE `moves` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`move` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`cause` text NOT NULL,
	`word` text,
	`rule` text,
	`message_id` text,
	`submission_id` text,
	`happened_at` integer,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`mandate_id` text NOT NULL,
	`provider` text NOT NULL,
	`scheme` text NOT NULL,
	`debtor_id` text,
	`debtor_name` text NOT NULL,
	`customer_number` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`sending` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`text` text NOT NULL,
	`reference` text NOT NULL,
	`test` integer NOT NULL,
	`origin` text NOT NULL,
	`requested` text NOT NULL,
	`planned` text,
	`settled_on` text,
	`scheduled_on` text,
	`window` text NOT NULL,
	`cutoff_at` integer,
	`slipped` integer NOT NULL,
	`at_risk` integer NOT NULL,
	`reversible_until` text,
	`claim_until` text,
	`provider_id` text,
	`reason_code` text,
	`reason_text` text,
	`unmapped` text,
	`evidence_at` integer,
	`evidence_id` text,
	`asked_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer,
	`result` text,
	`created_at` integer NOT NULL,
	CONSTRAINT `requests_pk` PRIMARY KEY(`scope`, `key`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`creditor_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT `settings_pk` PRIMARY KEY(`creditor_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`operation` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`state` text NOT NULL,
	`intent_sealed` text NOT NULL,
	`key` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`next_at` integer,
	`lease_until` integer,
	`fence` integer NOT NULL,
	`tries` integer NOT NULL,
	`key_spent` integer NOT NULL,
	`faults` integer NOT NULL,
	`sent_at` integer,
	`look_ups` integer NOT NULL,
	`last_look_up_at` integer,
	`absences` integer NOT NULL,
	`first_absence_at` integer,
	`detail` text,
	`refusal` text,
	`resolution` text,
	`resolved_by` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`kind` text NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`params` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`due_at` integer,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`approver` integer NOT NULL,
	`locale` text,
	`disabled_at` integer,
	`failed_sign_ins` integer NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `vault_keys` (
	`id` text PRIMARY KEY,
	`purpose` text NOT NULL,
	`wrapped` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agreements_creditor` ON `agreements` (`creditor_id`);--> statement-breakpoint
CREATE INDEX `agreements_connection` ON `agreements` (`connection_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_creditor` ON `api_keys` (`creditor_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_n` ON `attempts` (`submission_id`,`n`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_one_open` ON `attempts` (`submission_id`) WHERE state in ('recorded', 'permitted');--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_chain` ON `audit_log` (`creditor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `connections_creditor` ON `connections` (`creditor_id`);--> statement-breakpoint
CREATE INDEX `connections_poll` ON `connections` (`next_poll_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `connections_events_secret` ON `connections` (`events_secret_hash`);--> statement-breakpoint
CREATE INDEX `credentials_connection` ON `credentials` (`connection_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `deadline_overrides_month` ON `deadline_overrides` (`creditor_id`,`rule`,`month`);--> statement-breakpoint
CREATE UNIQUE INDEX `debtor_accounts_once` ON `debtor_accounts` (`debtor_id`,`blind_index`);--> statement-breakpoint
CREATE INDEX `debtor_accounts_index` ON `debtor_accounts` (`creditor_id`,`blind_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `debtors_customer_number` ON `debtors` (`creditor_id`,`customer_number`);--> statement-breakpoint
CREATE INDEX `debtors_identity` ON `debtors` (`creditor_id`,`identity_index`);--> statement-breakpoint
CREATE INDEX `debtors_name` ON `debtors` (`creditor_id`,`search`,`id`);--> statement-breakpoint
CREATE INDEX `debtors_created` ON `debtors` (`creditor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mandates_newest` ON `mandates` (`creditor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mandates_changed` ON `mandates` (`creditor_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `mandates_state_newest` ON `mandates` (`creditor_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mandates_state_changed` ON `mandates` (`creditor_id`,`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `mandates_sending` ON `mandates` (`creditor_id`,`sending`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mandates_debtor` ON `mandates` (`debtor_id`);--> statement-breakpoint
CREATE INDEX `mandates_customer` ON `mandates` (`creditor_id`,`customer_number`);--> statement-breakpoint
CREATE INDEX `mandates_open` ON `mandates` (`connection_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `mandates_request_key` ON `mandates` (`connection_id`,`request_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `mandates_provider_id` ON `mandates` (`connection_id`,`provider_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`connection_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`next_at`);--> statement-breakpoint
CREATE INDEX `messages_newest` ON `messages` (`creditor_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_direction` ON `messages` (`creditor_id`,`direction`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_subject` ON `messages` (`subject_id`,`at`);--> statement-breakpoint
CREATE INDEX `messages_submission` ON `messages` (`submission_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `moves_once` ON `moves` (`subject_id`,`version`);--> statement-breakpoint
CREATE INDEX `payments_newest` ON `payments` (`creditor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_changed` ON `payments` (`creditor_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_requested` ON `payments` (`creditor_id`,`requested`,`id`);--> statement-breakpoint
CREATE INDEX `payments_amount` ON `payments` (`creditor_id`,`amount_minor`,`id`);--> statement-breakpoint
CREATE INDEX `payments_state_newest` ON `payments` (`creditor_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_state_changed` ON `payments` (`creditor_id`,`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_state_requested` ON `payments` (`creditor_id`,`state`,`requested`,`id`);--> statement-breakpoint
CREATE INDEX `payments_state_amount` ON `payments` (`creditor_id`,`state`,`amount_minor`,`id`);--> statement-breakpoint
CREATE INDEX `payments_mandate` ON `payments` (`mandate_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_debtor` ON `payments` (`debtor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_open` ON `payments` (`connection_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `payments_sending` ON `payments` (`creditor_id`,`sending`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_window` ON `payments` (`creditor_id`,`window`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference` ON `payments` (`creditor_id`,`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_provider_id` ON `payments` (`connection_id`,`provider_id`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_one_open` ON `submissions` (`operation`,`subject_id`) WHERE state in ('intended', 'in_flight', 'unknown');--> statement-breakpoint
CREATE INDEX `submissions_due` ON `submissions` (`next_at`);--> statement-breakpoint
CREATE INDEX `submissions_newest` ON `submissions` (`creditor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_state` ON `submissions` (`creditor_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_subject` ON `submissions` (`subject_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_one_open` ON `tasks` (`kind`,`subject_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `tasks_open` ON `tasks` (`creditor_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_subject` ON `tasks` (`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);