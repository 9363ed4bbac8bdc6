package dev.migrator.internal.autogenerate.situation;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Why a constraint or an index goes.
 *
 * @param detected the line for the log, or {@code null} if it only goes with something
 * @param loss what is lost with it, or {@code null}
 * @param successor what takes its place, or {@code null}
 * @param remark what the author has to look at, or {@code null}
 */
public record KeyDropReason(@Nullable String detected, @Nullable String loss, @Nullable ObjectId successor,
		@Nullable String remark) {

	/**
	 * It goes with something else, or for a moment only.
	 */
	public static final KeyDropReason ALONG = new KeyDropReason(null, null, null);

	public KeyDropReason(@Nullable String detected, @Nullable String loss, @Nullable ObjectId successor) {
		this(detected, loss, successor, null);
	}

	public static KeyDropReason said(String detected) {
		return new KeyDropReason(detected, null, null);
	}

	/**
	 * The change that drops it.
	 */
	public Change by(Operation drop) {
		return Change.builder(drop).detected(this.detected).loss(this.loss).remark(this.remark).build();
	}

}
