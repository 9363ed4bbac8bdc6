package dev.migrator.internal.script;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.script.text.Checksum;
import dev.migrator.operation.Operation;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.script.IrreversibleOperationException;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * A revision in a Java class. The class is not instantiated before its body is needed.
 */
public final class JavaRevisionScript implements Script {

	private static final String PACKAGE = JavaRevisionScript.class.getPackageName() + ".";

	private static final Set<String> OPERATIONS = Stream
		.concat(Stream.of(RecordedOperations.class), Stream.of(Operations.class.getInterfaces()))
		.map(Class::getName)
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> DIRECTIVES = Stream.of(Operations.class.getMethods())
		.map(Method::getName)
		.collect(Collectors.toUnmodifiableSet());

	private final Revision revision;

	private final @Nullable Instant created;

	private final boolean transactional;

	private final Class<?> type;

	private final Supplier<? extends JavaRevision> instance;

	private JavaRevisionScript(Revision revision, Class<?> type, @Nullable Instant created, boolean transactional,
			Supplier<? extends JavaRevision> instance) {
		this.revision = revision;
		this.type = type;
		this.created = created;
		this.transactional = transactional;
		this.instance = instance;
	}

	/**
	 * Reads the data of a revision from the annotation of its class.
	 * @param type the class
	 * @param instance creates the revision, or gets the existing instance
	 * @return the script
	 * @throws JavaRevisionException if the class is not a {@link JavaRevision}, has no
	 * {@link RevisionScript @RevisionScript}, or has an invalid time
	 */
	public static JavaRevisionScript of(Class<?> type, Supplier<? extends JavaRevision> instance) {
		RevisionScript facts = AnnotationUtils.findAnnotation(type, RevisionScript.class);
		if (facts == null) {
			throw new JavaRevisionException("The Java revision " + type.getName() + " has no @RevisionScript.",
					"Add it: @RevisionScript(revision = \"...\", revises = \"...\", message = \"...\").", null);
		}
		if (!JavaRevision.class.isAssignableFrom(type)) {
			throw new JavaRevisionException(type.getName() + " has @RevisionScript but is not a JavaRevision.",
					"Let the class implement " + JavaRevision.class.getName() + ".", null);
		}
		Revision revision = new Revision(facts.revision(), List.of(facts.revises()), List.of(facts.dependsOn()),
				List.of(facts.branchLabels()), facts.message(), type.getName());
		return new JavaRevisionScript(revision, type, created(type, facts), facts.transactional(), instance);
	}

	private static @Nullable Instant created(Class<?> type, RevisionScript facts) {
		if (facts.created().isEmpty()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(facts.created()).toInstant();
		}
		catch (DateTimeException ex) {
			throw new JavaRevisionException(
					"The Java revision %s says created = \"%s\", which is not a date and time with an offset."
						.formatted(type.getName(), facts.created()),
					"Write it like 2026-01-05T05:30:00Z, or leave it out.", ex);
		}
	}

	@Override
	public Revision revision() {
		return this.revision;
	}

	@Override
	public String location() {
		return this.revision.source();
	}

	@Override
	public Optional<URI> place() {
		URL resource = this.type.getResource(ClassUtils.getClassFileName(this.type));
		try {
			return (resource != null) ? Optional.of(resource.toURI()) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String name() {
		return this.type.getSimpleName();
	}

	@Override
	public String wholeMessage() {
		return this.revision.message();
	}

	@Override
	public @Nullable Instant created() {
		return this.created;
	}

	@Override
	public boolean transactional() {
		return this.transactional;
	}

	@Override
	public @Nullable Checksum checksum() {
		return null;
	}

	@Override
	public ScriptBody body(Direction direction) {
		return new ScriptBody(operations(direction).stream()
			.map((operation) -> RecordedOperations.executable(operation, this.transactional))
			.toList(), 1);
	}

	/**
	 * Returns the operations of one direction, as they were recorded.
	 * @param direction upgrade or downgrade
	 * @return the operations, in order
	 * @throws IrreversibleRevisionException if it is a downgrade and an operation has no
	 * reverse
	 * @throws JavaRevisionException if the class cannot be created, or has an impossible
	 * directive
	 */
	public List<Operation> operations(Direction direction) {
		JavaRevision script = this.instance.get();
		return (direction == Direction.UPGRADE) ? record("upgrade", script::upgrade) : downgrade(script);
	}

	private List<Operation> record(String method, Consumer<Operations> body) {
		try {
			return RecordedOperations.record(body, this.transactional);
		}
		catch (InvalidDefinitionException ex) {
			throw new JavaRevisionException(
					"""
							Revision %s (%s) has an impossible directive in %s(Operations):

							    %s%s

							  %s""".formatted(this.revision.id(), location(), method, directive(ex),
							placeOf(ex, method), Secrets.mask(ex.description()).indent(2).strip()),
					ex.action() + "\nNothing has been run.", ex);
		}
		catch (MigratorException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new JavaRevisionException(
					"""
							Revision %s (%s) failed in %s(Operations):

							    %s

							  %s""".formatted(this.revision.id(), location(), method, placeOf(ex, method),
							Secrets.mask(ex.toString())),
					"Fix the class and start again. This method only records operations: none of them has run yet. Put "
							+ "code that works with live data into op.data(\"why\", jdbc -> ...).",
					ex);
		}
	}

	/**
	 * Returns the directive that the author called: the outermost one, because a
	 * directive may call another.
	 */
	private static String directive(Exception failure) {
		String called = "";
		for (StackTraceElement frame : failure.getStackTrace()) {
			if (OPERATIONS.contains(frame.getClassName()) && DIRECTIVES.contains(frame.getMethodName())) {
				called = "op." + frame.getMethodName() + "(...) ";
			}
			else if (!called.isEmpty() && !frame.getClassName().startsWith(PACKAGE)) {
				return called;
			}
		}
		return called;
	}

	private String placeOf(Exception failure, String method) {
		return Arrays.stream(failure.getStackTrace())
			.filter((frame) -> frame.getClassName().equals(location())
					|| frame.getClassName().startsWith(location() + "$"))
			.map((frame) -> "at %s (%s:%s)".formatted(frame.getMethodName(), frame.getFileName(),
					frame.getLineNumber()))
			.findFirst()
			.orElse(method);
	}

	private List<Operation> downgrade(JavaRevision script) {
		try {
			return record("downgrade", script::downgrade);
		}
		catch (IrreversibleOperationException ex) {
			throw new IrreversibleRevisionException(this.revision.id(), name(), ex.description(),
					ex.hint() + "Override downgrade(Operations) in " + location() + ".", ex);
		}
	}

}
