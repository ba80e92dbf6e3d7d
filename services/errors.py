"""Every error that is raised on purpose; `str(error)` is a sentence fit for the reader.

* ScorebandError
  * ConfigurationError          a setting is missing or wrong: nothing can begin
    * DatabaseError             the database cannot be opened, is damaged, or is too new
  * InputError                  what a person handed in cannot be used
    * PayloadError              a document is not what a vendor gives
    * WebhookRefusedError       a webhook that is too old, or is not what this vendor sends
      * WebhookUnsignedError    its signature is missing, or was made with another secret
  * StorageError                what was read could not be kept (disk full, read-only)
  * VendorError                 a vendor did not give what was asked
    * VendorRefusedError        401, 403: our key is missing, wrong or lacks a scope
      * VendorScopeError        403: the key is good, but not for this
    * VendorBusyError           429: too fast, even after the retries
    * VendorDownError           no usable answer after the retries
    * VendorAnswerError         an answer that is not the documented one
    * VendorRejectedError       400, 409, 422: the vendor refuses what we sent
    * NotFoundAtVendorError     404: the vendor knows no such interview (any more)
  * NothingFoundError           a sound question without an answer
  * ExportError                 a document could not be made
    * BrowserMissingError       PDF and pictures need a Chromium, and there is none
    * ExportCancelledError      nobody wants the document any more
"""


class ScorebandError(Exception):
    """Base of all deliberate errors; `str(error)` is fit for the reader."""


class ConfigurationError(ScorebandError):
    """A setting is missing or wrong."""


class DatabaseError(ConfigurationError):
    """The database cannot be opened, is damaged, or was made by a newer Scoreband."""


class InputError(ScorebandError):
    """What a person handed in cannot be used."""


class PayloadError(InputError):
    """A document is not what a vendor gives."""


class WebhookRefusedError(InputError):
    """A webhook that is not signed by the vendor, is too old, or is no webhook at all."""


class WebhookUnsignedError(WebhookRefusedError):
    """A webhook whose signature is missing, or was made with another secret or for another body."""


class StorageError(ScorebandError):
    """What was read could not be kept; what was stored before is untouched."""


class VendorError(ScorebandError):
    """A vendor did not give what was asked."""

    def __init__(self, vendor: str, what: str) -> None:
        super().__init__(f"{vendor}: {what}")
        self.vendor = vendor
        self.what = what


class VendorRefusedError(VendorError):
    """Our key is missing, wrong or lacks a scope."""


class VendorScopeError(VendorRefusedError):
    """Our key is good, but lacks the scope for what was asked."""


class VendorBusyError(VendorError):
    """The vendor says that we ask too often, even after the retries."""


class VendorDownError(VendorError):
    """No usable answer after the retries."""


class VendorAnswerError(VendorError):
    """The vendor answered, but not as documented."""


class VendorRejectedError(VendorError):
    """The vendor refuses what we sent."""


class NotFoundAtVendorError(VendorError):
    """The vendor knows no such interview (any more)."""


class NothingFoundError(ScorebandError):
    """The question was sound, but there is no data for it."""


class ExportError(ScorebandError):
    """A document could not be made; nothing half-written is left behind."""


class BrowserMissingError(ExportError):
    """PDF and pictures need a Chromium, and this machine has none that starts."""


class ExportCancelledError(ExportError):
    """The export was called off."""
