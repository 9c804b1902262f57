ALTER TABLE `import_rows` ADD `person` text;--> statement-breakpoint
CREATE INDEX `import_rows_person` ON `import_rows` (`import_id`,`pass`,`person`);