CREATE TABLE "correspondents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"address" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"times_written" integer DEFAULT 1 NOT NULL,
	"last_written_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_labels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"keyword" text NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox_preferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"storage_key" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trusted_senders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "email_id" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "send_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "recipients" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "correspondents" ADD CONSTRAINT "correspondents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correspondents" ADD CONSTRAINT "correspondents_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_labels" ADD CONSTRAINT "mail_labels_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_labels" ADD CONSTRAINT "mail_labels_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_preferences" ADD CONSTRAINT "mailbox_preferences_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_preferences" ADD CONSTRAINT "mailbox_preferences_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_files" ADD CONSTRAINT "staged_files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_files" ADD CONSTRAINT "staged_files_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_senders" ADD CONSTRAINT "trusted_senders_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_senders" ADD CONSTRAINT "trusted_senders_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "correspondents_address" ON "correspondents" USING btree ("tenant_id","mail_user_id","address");--> statement-breakpoint
CREATE INDEX "correspondents_recent" ON "correspondents" USING btree ("tenant_id","mail_user_id","last_written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_labels_keyword" ON "mail_labels" USING btree ("tenant_id","mail_user_id","keyword");--> statement-breakpoint
CREATE UNIQUE INDEX "mailbox_preferences_of_user" ON "mailbox_preferences" USING btree ("tenant_id","mail_user_id");--> statement-breakpoint
CREATE INDEX "signatures_of_user" ON "signatures" USING btree ("tenant_id","mail_user_id","id");--> statement-breakpoint
CREATE INDEX "staged_files_of_user" ON "staged_files" USING btree ("tenant_id","mail_user_id","id");--> statement-breakpoint
CREATE INDEX "staged_files_expiry" ON "staged_files" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trusted_senders_address" ON "trusted_senders" USING btree ("tenant_id","mail_user_id","address");--> statement-breakpoint
CREATE INDEX "submissions_of_user" ON "submissions" USING btree ("tenant_id","mail_user_id","created_at","id");