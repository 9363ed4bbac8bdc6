package dev.migrator.sample;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for the whole application, on a database whose schema the migrator makes when the
 * application starts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class WorkoutBuddyApplicationTests {

	private static final Database database = Database.create();

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private RestTestClient client;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		database.giveTo(registry);
	}

	@BeforeEach
	void setUp() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		this.jdbc.sql("delete from users").update();
	}

	@Test
	void usersAreCreatedFoundAndListed() {
		Entry ann = createUser("ann@example.org");
		Entry ben = createUser("ben@example.org");

		this.client.get()
			.uri("/users/{id}", ann.id())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.email")
			.isEqualTo("ann@example.org")
			.jsonPath("$.displayName")
			.isEqualTo("Somebody")
			.jsonPath("$.createdAt")
			.isNotEmpty();
		assertThat(list("/users")).extracting(Entry::id).containsExactly(ann.id(), ben.id());
	}

	@Test
	void workoutGoesFromPlannedOverInProgressToCompleted() {
		Entry user = createUser("ann@example.org");

		Entry workout = planWorkout(user);
		assertThat(workout.status()).isEqualTo("PLANNED");

		assertThat(changeStatus(workout, "IN_PROGRESS").status()).isEqualTo("IN_PROGRESS");
		assertThat(changeStatus(workout, "COMPLETED").status()).isEqualTo("COMPLETED");
		assertThat(list("/users/" + user.id() + "/workouts")).extracting(Entry::id, Entry::status)
			.containsExactly(tuple(workout.id(), "COMPLETED"));
	}

	@Test
	void statusThatDoesNotFollowIsAConflict() {
		Entry workout = planWorkout(createUser("ann@example.org"));

		ProblemDetail problem = problem(409,
				this.client.put()
					.uri("/workouts/{id}/status", workout.id())
					.body(Map.of("status", "COMPLETED"))
					.exchange());

		assertThat(problem.getDetail()).isEqualTo("A workout that is PLANNED cannot become COMPLETED.");
	}

	@Test
	void exercisesOfTheSeedRevisionAreListed() {
		assertThat(list("/exercises")).extracting(Entry::name).contains("Back squat", "Plank", "Push-up");
	}

	@Test
	void exerciseIsLoggedWithItsVolume() {
		Entry workout = planWorkout(createUser("ann@example.org"));

		logExercise(workout);

		this.client.get()
			.uri("/workouts/{id}/logs", workout.id())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(1)
			.jsonPath("$[0].workoutId")
			.isEqualTo(workout.id().toString())
			.jsonPath("$[0].volumeKg")
			.isEqualTo(1237.5);
	}

	@Test
	void deletingAUserRemovesAllTheirs() {
		Entry user = createUser("ann@example.org");
		Entry workout = planWorkout(user);
		logExercise(workout);

		this.client.delete().uri("/users/{id}", user.id()).exchange().expectStatus().isNoContent();

		assertThat(count("users")).isZero();
		assertThat(count("workouts")).isZero();
		assertThat(count("exercise_logs")).isZero();
		assertThat(count("exercises")).isPositive();
	}

	@Test
	void emailIsUniqueWhateverItsCase() {
		createUser("ann@example.org");

		ProblemDetail problem = problem(409, postUser("Ann@Example.org"));

		assertThat(problem.getDetail()).isEqualTo("Another user has this e-mail address.");
	}

	@Test
	void wrongFieldsAreNamed() {
		ProblemDetail problem = problem(400, postUser("nobody"));

		assertThat(problem.getProperties()).containsEntry("errors",
				Map.of("email", "must be a well-formed email address"));
	}

	@Test
	void unknownKeyIsNotFound() {
		UUID id = UUID.fromString("7d0c5c0e-64a0-4c52-9d34-0a4f5b1c2d3e");

		assertThat(problem(404, this.client.get().uri("/users/{id}", id).exchange()).getDetail())
			.isEqualTo("There is no user " + id + ".");
		assertThat(problem(404, this.client.get().uri("/workouts/{id}", id).exchange()).getDetail())
			.isEqualTo("There is no workout " + id + ".");
	}

	@Test
	void healthIsUp() {
		this.client.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.components.db.details.database")
			.isEqualTo("PostgreSQL");
	}

	@Test
	void migrationsEndpointShowsThatEverythingIsApplied() {
		this.client.get()
			.uri("/actuator/migrations")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.contexts['workout-buddy'].migrators.migrator.current[0]")
			.isEqualTo("64f7a09e1cbd")
			.jsonPath("$.contexts['workout-buddy'].migrators.migrator.pending")
			.isEmpty()
			.jsonPath("$.contexts['workout-buddy'].migrators.migrator.revisions.length()")
			.isEqualTo(16);
	}

	private Entry createUser(String email) {
		return created(postUser(email));
	}

	private RestTestClient.ResponseSpec postUser(String email) {
		return this.client.post().uri("/users").body(Map.of("email", email, "displayName", "Somebody")).exchange();
	}

	private Entry planWorkout(Entry user) {
		return created(this.client.post()
			.uri("/users/{id}/workouts", user.id())
			.body(Map.of("title", "Legs", "scheduledFor", "2026-04-01T10:00:00Z"))
			.exchange());
	}

	private Entry changeStatus(Entry workout, String status) {
		return body(this.client.put()
			.uri("/workouts/{id}/status", workout.id())
			.body(Map.of("status", status))
			.exchange()
			.expectStatus()
			.isOk(), Entry.class);
	}

	private Entry logExercise(Entry workout) {
		UUID exercise = list("/exercises")[0].id();
		return created(this.client.post()
			.uri("/workouts/{id}/logs", workout.id())
			.body(Map.of("exerciseId", exercise, "sets", 3, "reps", 5, "weightKg", 82.5))
			.exchange());
	}

	private Entry[] list(String uri) {
		return body(this.client.get().uri(uri).exchange().expectStatus().isOk(), Entry[].class);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private static Entry created(RestTestClient.ResponseSpec response) {
		return body(response.expectStatus().isCreated(), Entry.class);
	}

	private static ProblemDetail problem(int status, RestTestClient.ResponseSpec response) {
		return body(response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON), ProblemDetail.class);
	}

	private static <T> T body(RestTestClient.ResponseSpec response, Class<T> type) {
		T body = response.expectBody(type).returnResult().getResponseBody();
		assertThat(body).isNotNull();
		return body;
	}

	/**
	 * What the answers have in common.
	 */
	record Entry(UUID id, String name, String status) {

	}

}
