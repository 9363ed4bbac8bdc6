-- A user with a completed workout and a planned one, to have something to look at. Runs
-- once, and again when it was edited: so it changes what is there already.

INSERT INTO users (id, email, display_name, created_at)
VALUES ('5eed0000-0000-4000-8000-000000000001', 'demo@example.com', 'Demo', '2026-03-01T08:00:00Z')
ON CONFLICT (id) DO UPDATE SET email = excluded.email, display_name = excluded.display_name;

INSERT INTO workouts (id, user_id, title, status, scheduled_for, created_at)
VALUES
    ('5eed0000-0000-4000-8000-000000000011', '5eed0000-0000-4000-8000-000000000001', 'Legs', 'COMPLETED',
     '2026-03-02T17:00:00Z', '2026-03-01T08:00:00Z'),
    ('5eed0000-0000-4000-8000-000000000012', '5eed0000-0000-4000-8000-000000000001', 'Chest and arms', 'PLANNED',
     '2026-03-04T17:00:00Z', '2026-03-01T08:05:00Z')
ON CONFLICT (id) DO UPDATE SET title = excluded.title, status = excluded.status, scheduled_for = excluded.scheduled_for;

INSERT INTO exercise_logs (id, workout_id, exercise_id, sets, reps, weight_kg, volume_kg, logged_at)
SELECT log.id, '5eed0000-0000-4000-8000-000000000011', exercises.id, log.sets, log.reps, log.weight_kg,
    log.sets * log.reps * log.weight_kg, log.logged_at
FROM (VALUES
    ('5eed0000-0000-4000-8000-000000000021'::uuid, 'Back squat', 3, 5, 80.0, '2026-03-02T17:10:00Z'::timestamptz),
    ('5eed0000-0000-4000-8000-000000000022'::uuid, 'Lunge', 3, 10, 20.0, '2026-03-02T17:25:00Z'::timestamptz)
) log (id, exercise, sets, reps, weight_kg, logged_at)
JOIN exercises ON exercises.name = log.exercise
ON CONFLICT (id) DO UPDATE SET sets = excluded.sets, reps = excluded.reps, weight_kg = excluded.weight_kg,
    volume_kg = excluded.volume_kg;
