package dev.migrator.testing;

import java.util.function.Consumer;

import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

/**
 * A Java revision {@code a} whose upgrade a test says where it needs it.
 */
public final class LambdaRevision {

	private LambdaRevision() {
	}

	/**
	 * One that is a transaction.
	 * @param upgrade what it does
	 * @return the script
	 */
	public static JavaRevisionScript inTransaction(Consumer<Operations> upgrade) {
		return JavaRevisionScript.of(InTransaction.class, () -> new InTransaction(upgrade));
	}

	/**
	 * One whose statements are each committed by itself.
	 * @param upgrade what it does
	 * @return the script
	 */
	public static JavaRevisionScript withoutTransaction(Consumer<Operations> upgrade) {
		return JavaRevisionScript.of(WithoutTransaction.class, () -> new WithoutTransaction(upgrade));
	}

	@RevisionScript(revision = "a")
	private record InTransaction(Consumer<Operations> does) implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			this.does.accept(op);
		}

	}

	@RevisionScript(revision = "a", transactional = false)
	private record WithoutTransaction(Consumer<Operations> does) implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			this.does.accept(op);
		}

	}

}
