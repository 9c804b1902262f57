CREATE TABLE `import_parts` (
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`sealed` text NOT NULL,
	CONSTRAINT `import_parts_pk` PRIMARY KEY(`import_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`import_id` text NOT NULL,
	`pass` integer NOT NULL,
	`n` integer NOT NULL,
	`line` integer NOT NULL,
	`state` text NOT NULL,
	`verdict` text NOT NULL,
	`match` text NOT NULL,
	`problems` text NOT NULL,
	`choice` text,
	`customer` text NOT NULL,
	`name` text NOT NULL,
	`masked` text NOT NULL,
	`sealed` text,
	`content` text NOT NULL,
	`debtor_id` text,
	`mandate_id` text,
	`usable_from` text,
	`window` text NOT NULL,
	`faults` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_shapes` (
	`creditor_id` text NOT NULL,
	`shape` text NOT NULL,
	`agreement_id` text NOT NULL,
	`mapping` text NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT `import_shapes_pk` PRIMARY KEY(`creditor_id`, `shape`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY,
	`creditor_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_kind` text NOT NULL,
	`file_hash` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`same_as` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`pass` integer NOT NULL,
	`reading` text NOT NULL,
	`heads` text NOT NULL,
	`shape` text NOT NULL,
	`agreement_id` text,
	`test` integer NOT NULL,
	`mapping` text NOT NULL,
	`problem` text,
	`problem_params` text NOT NULL,
	`last_row` integer NOT NULL,
	`ok` integer NOT NULL,
	`warning` integer NOT NULL,
	`bad` integer NOT NULL,
	`dropped` integer NOT NULL,
	`made` integer NOT NULL,
	`refused` integer NOT NULL,
	`prepared_by_id` text NOT NULL,
	`prepared_by_name` text NOT NULL,
	`work_of` text NOT NULL,
	`content_hash` text,
	`approved_by_id` text,
	`approved_by_name` text,
	`approved_hash` text,
	`committed_by_id` text,
	`committed_by_name` text,
	`stopped_by_name` text,
	`stop_reason` text,
	`lease` text,
	`lease_until` integer,
	`faults` integer NOT NULL,
	`parts_gone` integer NOT NULL,
	`cells_gone` integer NOT NULL,
	`checked_at` integer,
	`approved_at` integer,
	`committed_at` integer,
	`done_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_n` ON `import_rows` (`import_id`,`pass`,`n`);--> statement-breakpoint
CREATE INDEX `import_rows_state` ON `import_rows` (`import_id`,`pass`,`state`,`n`,`id`);--> statement-breakpoint
CREATE INDEX `import_rows_verdict` ON `import_rows` (`import_id`,`pass`,`verdict`,`n`,`id`);--> statement-breakpoint
CREATE INDEX `import_rows_customer` ON `import_rows` (`import_id`,`pass`,`customer`);--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_mandate` ON `import_rows` (`mandate_id`);--> statement-breakpoint
CREATE INDEX `imports_newest` ON `imports` (`creditor_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `imports_file` ON `imports` (`creditor_id`,`file_hash`);--> statement-breakpoint
CREATE INDEX `imports_parts` ON `imports` (`parts_gone`,`state`);--> statement-breakpoint
CREATE INDEX `imports_cells` ON `imports` (`cells_gone`,`done_at`);