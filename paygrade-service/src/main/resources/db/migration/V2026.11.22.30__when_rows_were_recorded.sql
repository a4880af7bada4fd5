-- Retro pay looks at what was recorded between two instants, and at nothing else.
create index ix_grade_assignment_row_recorded_at on grade_assignment_row (recorded_at);
create index ix_grade_assignment_row_superseded_at on grade_assignment_row (superseded_at) where superseded_at is not null;
create index ix_pay_grade_row_recorded_at on pay_grade_row (recorded_at);
create index ix_pay_grade_row_superseded_at on pay_grade_row (superseded_at) where superseded_at is not null;
create index ix_heard_job_class_row_received_at on heard_job_class_row (received_at);
create index ix_heard_job_class_row_superseded_at on heard_job_class_row (superseded_at) where superseded_at is not null;
