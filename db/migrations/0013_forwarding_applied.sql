ALTER TABLE "forwardings" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "forwardings" ADD COLUMN "applied_script" text;