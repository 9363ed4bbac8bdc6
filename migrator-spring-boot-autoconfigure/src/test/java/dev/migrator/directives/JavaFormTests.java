package dev.migrator.directives;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.CompiledRevisions;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.GrantTarget;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RightDirective.Grant;
import dev.migrator.operation.RightDirective.Revoke;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.revision.Direction;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.script.DataChange;
import dev.migrator.script.Operations;
import dev.migrator.script.Recorder;
import dev.migrator.testing.SealedTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation as it is written in a Java revision: compiled and recorded, it is the
 * same operation.
 */
class JavaFormTests {

	private static final int IN_ONE_CLASS = 40;

	/** What cannot be. */
	private static final Set<String> REFUSED = Set.of("MoveObject.kind=INDEX", "MoveObject.kind=SCHEMA",
			"ArrayType.element=ArrayType", "Setting.kind=INVALID");

	private static final List<Operation> operations = OperationVariants.all()
		.stream()
		.filter(JavaFormTests::canBe)
		.toList();

	@Test
	void whatIsWrittenRecordsWhatWasWritten(@TempDir Path directory) throws Exception {
		List<List<Operation>> portions = new ArrayList<>();
		for (int from = 0; from < operations.size(); from += IN_ONE_CLASS) {
			portions.add(operations.subList(from, Math.min(operations.size(), from + IN_ONE_CLASS)));
		}

		List<JavaRevisionScript> scripts = CompiledRevisions.withoutTransaction(directory,
				portions.stream().map(JavaFormTests::body).toList());

		for (int i = 0; i < portions.size(); i++) {
			List<Operation> recorded = scripts.get(i).operations(Direction.UPGRADE);
			assertThat(CompiledRevisions.effects(recorded)).isEqualTo(CompiledRevisions.effects(portions.get(i)));
			assertThat(recorded.stream().filter((operation) -> !saysWhatWas(operation)).toList())
				.isEqualTo(portions.get(i).stream().filter((operation) -> !saysWhatWas(operation)).toList());
		}
	}

	@Test
	void nothingIsWrittenAsTheConstructorOfARecord() {
		assertThat(operations).extracting((operation) -> operation.java(new JavaCode()))
			.allSatisfy((java) -> assertThat(java.replace("new BigDecimal(", "").replace("new BigInteger(", ""))
				.doesNotContain("new ", "op.invoke("));
	}

	/**
	 * So that no operation, no constant and no attribute that may be left out is
	 * forgotten in the other tests.
	 */
	@Test
	void eachAttributeIsThereInEachForm() {
		Set<Class<?>> kinds = SealedTypes.kinds(Operation.class);
		kinds.removeAll(OperationSamples.WITHOUT_VALUE);
		Set<Class<?>> records = new LinkedHashSet<>();
		kinds.forEach((kind) -> reach(kind, records));

		assertThat(records).hasSizeGreaterThan(70);
		assertThat(OperationVariants.attributes(operations)).containsAll(records.stream()
			.flatMap((type) -> OperationVariants.possible(type).stream())
			.filter((attribute) -> !REFUSED.contains(attribute))
			.toList());
	}

	@Test
	void codeOverLiveDataIsLeftToItsAuthor() {
		DataChange code = (jdbc) -> {
		};

		assertThat(new DataMigration("trim \"titles\"", code, null).java(new JavaCode())).isEqualTo("""
				op.data("trim \\"titles\\"", (jdbc) -> {
					throw new UnsupportedOperationException("write this code here");
				})""");
		assertThat(new DataMigration("trim", code, code, true).java(new JavaCode())).isEqualTo("""
				op.dataWithAutocommit("trim", (jdbc) -> {
					throw new UnsupportedOperationException("write this code here");
				}, (jdbc) -> {
					throw new UnsupportedOperationException("write this code here");
				})""");
	}

	/**
	 * A directive is said in words, texts, numbers, types and values, and not in the
	 * records that come of it.
	 */
	@Test
	void noDirectiveTakesARecord() {
		Set<Class<?>> said = new LinkedHashSet<>();
		said.add(Operations.class);
		List<Method> methods = new ArrayList<>();
		for (List<Class<?>> next = List.of(Operations.class); !next.isEmpty();) {
			List<Method> found = next.stream()
				.flatMap((type) -> Arrays.stream(type.getMethods()))
				.filter((method) -> method.getDeclaringClass() != Object.class
						&& method.getDeclaringClass() != Recorder.class)
				.toList();
			methods.addAll(found);
			next = found.stream()
				.flatMap((method) -> Stream.concat(Stream.of(method.getReturnType()), lambdas(method)))
				.filter((type) -> type.getName().startsWith("dev.migrator.script.") && said.add(type))
				.collect(Collectors.toList());
		}

		assertThat(methods).hasSizeGreaterThan(200)
			.allSatisfy((method) -> assertThat(method.getParameterTypes()).noneMatch(Class::isRecord));
	}

	private static Stream<Class<?>> lambdas(Method method) {
		return Arrays.stream(method.getGenericParameterTypes())
			.filter(ParameterizedType.class::isInstance)
			.map((type) -> ((ParameterizedType) type).getActualTypeArguments()[0])
			.filter(Class.class::isInstance)
			.map((type) -> (Class<?>) type);
	}

	/**
	 * Texts that are not SQL are refused when the SQL is written. A schema is not in a
	 * schema, and the indexes of a table are on it.
	 */
	private static boolean canBe(Operation operation) {
		boolean named = !(operation instanceof RenameObject rename) || isName(rename.kind(), rename.name());
		boolean commented = !(operation instanceof SetComment comment)
				|| !(comment.on() instanceof CommentTarget.OnObject object) || isName(object.kind(), object.name());
		boolean indexed = !(operation instanceof CreateTable create)
				|| create.table().indexes().stream().allMatch((index) -> index.table().equals(create.table().name()));
		boolean granted = Stream.of(operation)
			.flatMap((each) -> (each instanceof Grant grant) ? Stream.of(grant.granted().on())
					: (each instanceof Revoke revoke) ? Stream.of(revoke.granted().on()) : Stream.empty())
			.allMatch((target) -> !(target instanceof GrantTarget.Named object) || object.name().schema() == null
					|| Set.of(GrantTarget.Kind.TABLE, GrantTarget.Kind.SEQUENCE, GrantTarget.Kind.TYPE)
						.contains(object.kind()));
		return named && commented && indexed && granted && hasSql(operation);
	}

	private static boolean isName(ObjectKind kind, ObjectName name) {
		return kind != ObjectKind.SCHEMA || name.schema() == null;
	}

	private static boolean hasSql(Operation operation) {
		try {
			return !CompiledRevisions.effects(List.of(operation)).isEmpty();
		}
		catch (InvalidDefinitionException ex) {
			return false;
		}
	}

	private static JavaRevisionBody body(List<Operation> operations) {
		JavaCode java = new JavaCode();
		String upgrade = operations.stream()
			.map((operation) -> operation.java(java) + ";\n")
			.collect(Collectors.joining());
		return new JavaRevisionBody(upgrade, "", java.imports());
	}

	private static boolean saysWhatWas(Operation operation) {
		return Arrays.stream(operation.getClass().getRecordComponents())
			.map(RecordComponent::getName)
			.anyMatch(OperationVariants.BEFORE::contains);
	}

	/**
	 * The records that a record can be made of.
	 */
	private static void reach(Type type, Set<Class<?>> records) {
		if (type instanceof ParameterizedType parameterized) {
			reach(parameterized.getRawType(), records);
			Arrays.stream(parameterized.getActualTypeArguments()).forEach((each) -> reach(each, records));
		}
		else if (type instanceof Class<?> plain && plain.isSealed() && !plain.equals(Operation.class)) {
			SealedTypes.kinds(plain).forEach((kind) -> reach(kind, records));
		}
		else if (type instanceof Class<?> plain && plain.isRecord() && records.add(plain)) {
			Arrays.stream(plain.getRecordComponents()).forEach((each) -> reach(each.getGenericType(), records));
		}
	}

}
