ALTER TABLE "domain_alerts" DROP CONSTRAINT "domain_alerts_kind";--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "check_progress" jsonb;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "check_cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "domain_alerts" ADD CONSTRAINT "domain_alerts_kind" CHECK ("domain_alerts"."kind" in ('broken', 'attention', 'proof_missing', 'proof_lost', 'recovered', 'dkim_waiting', 'name_below'));