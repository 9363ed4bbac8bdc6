package dev.migrator.internal.autogenerate.situation;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a constraint or an index is dropped.
 *
 * @param detected the line for the log, or {@code null} if it is only dropped together
 * with another object
 * @param loss the loss, or {@code null}
 * @param successor its replacement, or {@code null}
 * @param remark the remark for the author, or {@code null}
 */
public record KeyDropReason(@Nullable String detected, @Nullable String loss, @Nullable ObjectId successor,
		@Nullable String remark) {

	/**
	 * It is dropped together with another object, or temporarily.
	 */
	public static final KeyDropReason ALONG = new KeyDropReason(null, null, null);

	public KeyDropReason(@Nullable String detected, @Nullable String loss, @Nullable ObjectId successor) {
		this(detected, loss, successor, null);
	}

	public static KeyDropReason said(String detected) {
		return new KeyDropReason(detected, null, null);
	}

	/**
	 * Returns the change that drops it.
	 */
	public Change by(Operation drop) {
		return Change.builder(drop).detected(this.detected).loss(this.loss).remark(this.remark).build();
	}

}
